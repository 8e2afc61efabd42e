import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  nativeTheme,
  powerMonitor,
  session,
  shell,
  type WebContents,
} from 'electron'
import type { AppInfo, PushChannel, PushContract } from '../shared/ipc.ts'
import { text } from '../shared/text/index.ts'
import { appOrigin, originOf } from './app-origin.ts'
import { systemClock } from './clock/clock.ts'
import { guardClosing } from './closing.ts'
import { readCommandLine } from './command-line.ts'
import { desktopOf, focusWindow } from './desktop.ts'
import { createFileDialogs } from './file-dialogs.ts'
import { desktopHandlers } from './handlers/desktop.ts'
import { exportHandlers } from './handlers/export.ts'
import { listHandlers } from './handlers/lists.ts'
import { runHandlers } from './handlers/runs.ts'
import { sessionHandlers } from './handlers/session.ts'
import { bufferEvents } from './ipc/event-buffer.ts'
import { registerHandlers } from './ipc/register.ts'
import { isOwnPage } from './ipc/sender.ts'
import { createLog } from './log.ts'
import { setMenu } from './menu.ts'
import { followRun } from './presence.ts'
import { declareAppScheme, serveAppScheme } from './protocol.ts'
import { recoverFromCrashes } from './recover.ts'
import { runsDirectory } from './run/run-files.ts'
import { createRuns } from './run/runs.ts'
import { restrictPages, restrictSession } from './security.ts'
import { exploreSimulatedTenant } from './session/simulated-session.ts'
import { createSessionDesk } from './session-desk.ts'
import { openSettings } from './settings.ts'
import { isWatching } from './watching.ts'
import { canvasColour, createWindow } from './window.ts'

/** Must be the appId of the installer: Windows shows notifications only of the shortcut that bears it. */
const appId = 'sip-gateway-bulk-sign-in'
const defaultSpeed = 20

const out = join(import.meta.dirname, '..')
// Set by `electron-vite dev`; a packaged app must not be led elsewhere by its environment.
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const pageAddress = URL.parse(devServer ?? '')?.href ?? `${appOrigin}/index.html`
const pageOrigin = originOf(pageAddress) ?? appOrigin

let pageContents: WebContents | undefined

declareAppScheme()
app.enableSandbox()
app.setAppUserModelId(appId)
restrictPages(app, (address) => address === pageAddress)
app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) void app.whenReady().then(open).catch(giveUp)
else app.quit()

async function open(): Promise<void> {
  const commandLine = readCommandLine(process.argv)
  const userData = app.getPath('userData')
  const log = createLog(join(userData, 'main.log'), systemClock.now)
  process.on('unhandledRejection', (error) => log.unexpected('unhandledRejection', error))

  const runs = createRuns({
    directory: runsDirectory(userData),
    appVersion: app.getVersion(),
    random: Math.random,
  })
  const sessions = createSessionDesk({
    explore: () =>
      exploreSimulatedTenant({
        userAgent: `sip-gateway-bulk-sign-in/${app.getVersion()}`,
        speed: commandLine.speed ?? defaultSpeed,
      }),
    changed: (state) => push('session:changed', state),
  })
  if (commandLine.simulatedTenant) await sessions.explore()

  setMenu(process.platform)
  restrictSession(session.defaultSession)
  serveAppScheme(join(out, 'renderer'))
  const window = createWindow({
    preload: join(out, 'preload/index.cjs'),
    address: pageAddress,
    background: canvasColour({
      dark: nativeTheme.shouldUseDarkColors,
      highContrast: nativeTheme.shouldUseHighContrastColors,
    }),
    failed: giveUp,
  })
  pageContents = window.webContents
  recoverFromCrashes(window.webContents, {
    now: systemClock.now,
    report: (reason) => log.unexpected('render-process-gone', reason),
  })

  const events = bufferEvents({
    handOver: (batch) => push('run:events', batch),
    sleep: systemClock.sleep,
  })
  runs.subscribe(events.add)
  followRun(runs, desktopOf(window))

  const dialogs = createFileDialogs({ dialog, window, settings: openSettings(userData) })
  registerHandlers({
    isTrusted: (sender) => isOwnPage(sender, { contents: window.webContents, origin: pageOrigin, originOf }),
    unexpected: log.unexpected,
    handlers: {
      ...desktopHandlers({ info: appInfo(), clipboard, shell }),
      ...sessionHandlers(sessions, runs),
      ...listHandlers({
        dialogs,
        sampleFile: join(out, '../resources/samples/phones-300.csv'),
        atLaunch: commandLine.list,
      }),
      ...runHandlers({ runs, sessions, flush: events.flush }),
      ...exportHandlers({ runs, dialogs }),
    },
  })

  guardClosing(window, {
    isWatched: () => isWatching(runs.state()),
    ask: () => askToClose(window),
    async stop() {
      runs.stopWatching('closing')
      await runs.idle().catch((error: unknown) => log.unexpected('closing', error))
    },
  })
  window.on('closed', () => void sessions.signOut())
  app.on('second-instance', () => focusWindow(window))
  powerMonitor.on('resume', () => runs.wake())
}

async function askToClose(window: BrowserWindow): Promise<boolean> {
  const { message, detail, keepWatching, close } = text.main.closing
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    detail,
    buttons: [keepWatching, close],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

function push<Channel extends PushChannel>(channel: Channel, pushed: PushContract[Channel]): void {
  if (pageContents && !pageContents.isDestroyed()) pageContents.send(channel, pushed)
}

function appInfo(): AppInfo {
  const { electron, chrome } = process.versions
  return { version: app.getVersion(), electron, chromium: chrome, platform: process.platform }
}

function giveUp(error: Error): void {
  dialog.showErrorBox(text.main.launch.failed, error.message)
  app.exit(1)
}
