import { release } from 'node:os'
import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  nativeTheme,
  net,
  powerMonitor,
  safeStorage,
  screen,
  session,
  shell,
  type WebContents,
} from 'electron'
import { appId } from '../shared/app-id.ts'
import type { AppInfo, PushChannel, PushContract } from '../shared/ipc.ts'
import type { Theme } from '../shared/settings.ts'
import { text } from '../shared/text/index.ts'
import { appOrigin, originOf } from './app-origin.ts'
import { readPages } from './auth/pages.ts'
import { createTokenCache } from './auth/token-cache.ts'
import { tokenFile } from './auth/token-file.ts'
import { hurriedClock, systemClock } from './clock/clock.ts'
import { guardClosing } from './closing.ts'
import { readCommandLine } from './command-line.ts'
import { desktopOf, focusWindow } from './desktop.ts'
import { withholdDeveloperTools } from './developer-tools.ts'
import { diagnose } from './diagnostics.ts'
import { electronFetch } from './electron-fetch.ts'
import { createFileDialogs } from './file-dialogs.ts'
import { desktopHandlers } from './handlers/desktop.ts'
import { exportHandlers } from './handlers/export.ts'
import { historyHandlers } from './handlers/history.ts'
import { listHandlers } from './handlers/lists.ts'
import { runHandlers } from './handlers/runs.ts'
import { sessionHandlers } from './handlers/session.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { supportHandlers } from './handlers/support.ts'
import { updateHandlers } from './handlers/updates.ts'
import { bufferEvents } from './ipc/event-buffer.ts'
import { registerHandlers } from './ipc/register.ts'
import { isOwnPage } from './ipc/sender.ts'
import { keepUpdated } from './keep-updated.ts'
import { createLog } from './log.ts'
import { callEntry, runEntry, startEntry } from './log-entries.ts'
import { setMenu } from './menu.ts'
import { browserFor } from './open-in-browser.ts'
import { policyPlaces } from './policy/policy-places.ts'
import { readPolicy } from './policy/read-policy.ts'
import { followRun } from './presence.ts'
import { declareAppScheme, serveAppScheme } from './protocol.ts'
import { recoverFromCrashes } from './recover.ts'
import { runsDirectory } from './run/run-files.ts'
import { createRuns } from './run/runs.ts'
import { createShelf } from './run/shelf.ts'
import { standingOf } from './run/standing.ts'
import { safeStorageCipher } from './safe-storage-cipher.ts'
import { restrictPages, restrictSession } from './security.ts'
import { createMicrosoft, microsoftAuthority } from './session/microsoft.ts'
import { exploreSimulatedTenant } from './session/simulated-session.ts'
import { createSessionDesk } from './session-desk.ts'
import { createSettings } from './settings.ts'
import { openSettingsStore } from './settings-store.ts'
import { describeBuild } from './updates/build.ts'
import { isWatching } from './watching.ts'
import { canvasColour, createWindow } from './window.ts'
import { placeOf, visiblePlace } from './window-place.ts'

const defaultSpeed = 20

const out = join(import.meta.dirname, '..')
// Set by `electron-vite dev`; a packaged app must not be led elsewhere by its environment.
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const pageAddress = URL.parse(devServer ?? '')?.href ?? `${appOrigin}/index.html`
const pageOrigin = originOf(pageAddress) ?? appOrigin
const commandLine = readCommandLine(process.argv, app)

let pageContents: WebContents | undefined

declareAppScheme()
if (!commandLine.developerTools) withholdDeveloperTools(app)
app.enableSandbox()
app.setAppUserModelId(appId)
restrictPages(app, (address) => address === pageAddress)
app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) void app.whenReady().then(open).catch(giveUp)
else app.quit()

async function open(): Promise<void> {
  const { speed, standIns, updateFeed } = commandLine
  const { platform, env } = process
  const exe = app.getPath('exe')
  const policy = await readPolicy(policyPlaces({ platform, env, exe }))
  const userData = app.getPath('userData')
  const userAgent = `sip-gateway-bulk-sign-in/${app.getVersion()}`
  const settings = createSettings(
    openSettingsStore(userData),
    (changed) => {
      showIn(changed.theme)
      push('settings:changed', changed)
    },
    policy,
  )
  showIn(settings.shown().theme)
  const log = createLog({
    folder: join(userData, 'logs'),
    now: systemClock.now,
    fullNames: () => settings.shown().fullNamesInLog,
  })
  process.on('unhandledRejection', (error) => log.unexpected('unhandledRejection', error))
  for (const trouble of settings.shown().troubles)
    log.write({ level: 'warning', area: 'settings', message: trouble })

  const shelf = createShelf(runsDirectory(userData))
  const runs = createRuns({
    shelf,
    appVersion: app.getVersion(),
    random: Math.random,
  })
  runs.subscribe((event, when) => {
    if (when === 'now') log.write(runEntry(event))
  })
  const openInBrowser = browserFor(standIns?.authority ?? microsoftAuthority, shell)
  const microsoft = createMicrosoft({
    clientId: () => settings.shown().clientId,
    cache: createTokenCache({
      store: tokenFile(join(userData, 'sign-in')),
      cipher: safeStorageCipher(safeStorage, process.platform),
      onTrouble: ({ kind, cause }) => {
        const { message, remedy } = text.signIn.cache[kind]
        settings.trouble(`${message} ${remedy}`)
        log.unexpected(`sign-in file ${kind}`, cause)
      },
    }),
    pages: () => readPages(join(out, '../resources/sign-in')),
    fetch: electronFetch(net),
    clock: systemClock,
    sessionClock: standIns ? hurriedClock(speed ?? 1) : systemClock,
    openBrowser: openInBrowser,
    userAgent,
    ...(standIns && { standIns }),
    ...(standIns?.signInLimitMs !== undefined && { timeLimitMs: standIns.signInLimitMs }),
    log: (entry) => log.write({ area: 'sign-in', ...entry }),
    onCall: (call) => log.write(callEntry(call)),
  })
  const sessions = createSessionDesk({
    explore: () => exploreSimulatedTenant({ userAgent, speed: speed ?? defaultSpeed }),
    microsoft,
    memory: settings,
    isWatched: () => isWatching(runs.state()),
    now: systemClock.now,
    changed: (state) => push('session:changed', state),
    renewed: () => runs.wake(),
    returned: () => focusWindow(window),
  })
  const updates = keepUpdated({
    app,
    runs,
    policy: policy.updates,
    preference: () => settings.shown().updates,
    build: async () => {
      if (updateFeed !== undefined) return 'installed'
      if (!app.isPackaged) return undefined
      return describeBuild({ platform, env, exe, feedFile: join(process.resourcesPath, 'app-update.yml') })
    },
    open: async () => {
      const { openElectronUpdater } = await import('./updates/electron-updater.ts')
      return openElectronUpdater({
        userAgent,
        log: (level, message) => log.write({ level, area: 'updates', message }),
        ...(updateFeed !== undefined && { feed: updateFeed }),
      })
    },
    clock: systemClock,
    changed: (state) => push('updates:changed', state),
    failed: (error) => log.write({ level: 'warning', area: 'updates', message: String(error).slice(0, 300) }),
  })
  if (commandLine.simulatedTenant) await sessions.explore()
  const begun = sessions.begin().catch((error: unknown) => log.unexpected('session', error))

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
    place: visiblePlace(settings.windowPlace(), screen.getAllDisplays()),
    maximised: settings.windowPlace()?.maximised ?? false,
    icon: process.platform === 'linux' ? join(out, '../resources/icons/256x256.png') : undefined,
    developerTools: commandLine.developerTools,
    failed: giveUp,
  })
  window.once('show', () => log.write(startEntry('Window shown', appInfo())))
  window.on('close', () => settings.rememberWindow(placeOf(window)))
  pageContents = window.webContents
  recoverFromCrashes(window.webContents, {
    now: systemClock.now,
    report: (reason) => log.unexpected('render-process-gone', reason),
  })

  const events = bufferEvents({
    handOver: (batch) => push('run:events', batch),
    sleep: systemClock.sleep,
  })
  runs.subscribe((event) => events.add(event))
  followRun(runs, desktopOf(window))

  const standing = standingOf(runs, shelf)
  const dialogs = createFileDialogs({ dialog, window, settings })
  registerHandlers({
    isTrusted: (sender) => isOwnPage(sender, { contents: window.webContents, origin: pageOrigin, originOf }),
    unexpected: log.unexpected,
    handlers: {
      ...desktopHandlers({
        info: appInfo(),
        asked: () => log.write(startEntry('Page ready', appInfo())),
        clipboard,
        shell,
      }),
      ...sessionHandlers({ sessions, begun, sleep: systemClock.sleep, openInBrowser }),
      ...settingsHandlers(settings),
      ...updateHandlers({ updates, shell }),
      ...supportHandlers({
        logFolder: log.folder,
        shell,
        clipboard,
        diagnostics: () =>
          diagnose({
            info: appInfo(),
            system: `${process.platform} ${release()} ${process.arch}`,
            now: systemClock.now(),
            session: sessions.state(),
            run: runs.state(),
            settings: settings.shown(),
            recent: log.recent(),
          }),
      }),
      ...listHandlers({
        dialogs,
        sampleFile: join(out, '../resources/samples/phones-300.csv'),
        atLaunch: commandLine.list,
      }),
      ...runHandlers({ runs, sessions, standing, flush: events.flush, now: systemClock.now }),
      ...exportHandlers({ standing, dialogs }),
      ...historyHandlers({ shelf, runs, sessions, discard: (file) => shell.trashItem(file) }),
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
  window.on('closed', () => void sessions.close())
  app.on('second-instance', () => focusWindow(window))
  powerMonitor.on('resume', () => runs.wake())
  const ending = new AbortController()
  app.on('will-quit', () => ending.abort())
  void updates.begin(ending.signal)
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

/** What themes the pages, themes the frame of the window too. */
function showIn(theme: Theme): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
}

function appInfo(): AppInfo {
  const { electron, chrome } = process.versions
  return { version: app.getVersion(), electron, chromium: chrome, platform: process.platform }
}

function giveUp(error: Error): void {
  dialog.showErrorBox(text.main.launch.failed, error.message)
  app.exit(1)
}
