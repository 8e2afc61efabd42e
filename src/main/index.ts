import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  Menu,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { systemClock } from '../core/clock/clock.ts'
import { appId, toastActivatorId } from '../shared/app-id.ts'
import { text } from '../shared/text/index.ts'
import { chooseLanguage } from '../shared/text/language.ts'
import { followAppEvents } from './composition/app-events.ts'
import { appInfoOf } from './composition/app-info.ts'
import { canNotify } from './composition/can-notify.ts'
import { handlersOf } from './composition/handlers.ts'
import { openServices } from './composition/services.ts'
import { keepToHttp1 } from './electron/keep-to-http1.ts'
import { bufferEvents } from './ipc/event-buffer.ts'
import { createPageLine } from './ipc/page-line.ts'
import { registerHandlers } from './ipc/register.ts'
import { isOwnPage } from './ipc/sender.ts'
import { appOrigin, originOf, pageAddressOf } from './page/app-origin.ts'
import { createPagePrinter } from './page/page-printer.ts'
import { declareAppScheme, serveAppScheme } from './page/protocol.ts'
import { restrictPages, restrictSession } from './page/security.ts'
import { readCommandLine } from './settings/command-line.ts'
import { openAppWindow } from './window/app-window.ts'
import { desktopOf, focusWindow } from './window/desktop.ts'
import { withholdDeveloperTools } from './window/developer-tools.ts'
import { setMenu } from './window/menu.ts'
import { followRun } from './window/presence.ts'

const out = join(import.meta.dirname, '..')
const resources = join(out, '../resources')
// Set by `electron-vite dev`; a packaged app must not be led elsewhere by its environment.
const address = pageAddressOf(app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'])
const commandLine = readCommandLine(process.argv, app)

declareAppScheme()
if (!commandLine.developerTools) withholdDeveloperTools(app)
keepToHttp1(app)
app.enableSandbox()
app.setAppUserModelId(appId)
if (process.platform === 'win32') app.setToastActivatorCLSID(toastActivatorId)
restrictPages(app, (asked) => asked === address)
app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) void app.whenReady().then(open).catch(giveUp)
else app.quit()

async function open(): Promise<void> {
  await chooseLanguage()
  const info = appInfoOf(app, process)
  const { developerTools, list, simulatedTenant } = commandLine
  const { push, connect } = createPageLine()
  const notifies = await canNotify(app, process)
  const services = await openServices({
    app,
    nativeTheme,
    net,
    session,
    safeStorage,
    shell,
    commandLine,
    resources,
    push,
    returned: () => focusWindow(window),
  })
  const { log, runs, sessions } = services
  process.on('unhandledRejection', (error) => log.unexpected('unhandledRejection', error))
  if (simulatedTenant) await sessions.explore()
  const begun = sessions.begin().catch((error: unknown) => log.unexpected('session', error))

  setMenu(process.platform)
  restrictSession(session.defaultSession)
  const printer = createPagePrinter((options) => new BrowserWindow(options))
  serveAppScheme(join(out, 'renderer'), printer)
  const window = openAppWindow({
    services,
    nativeTheme,
    screen,
    dialog,
    menu: Menu,
    info,
    out,
    resources,
    address,
    developerTools,
    failed: giveUp,
  })
  connect(window.webContents)

  const { add, flush } = bufferEvents({
    handOver: (batch) => push('run:events', batch),
    sleep: systemClock.sleep,
  })
  runs.subscribe((event) => add(event))
  followRun(runs, desktopOf(window, { notification: Notification, powerSaveBlocker, notifies }))

  let unsavedList: string | undefined
  const origin = originOf(address) ?? appOrigin
  registerHandlers({
    isTrusted: (sender) => isOwnPage(sender, { contents: window.webContents, origin, originOf }),
    unexpected: log.unexpected,
    handlers: handlersOf({
      ...{ services, window, clipboard, dialog, shell, info, resources, list, begun, flush },
      print: printer.print,
      readinessProgress: (progress) => push('readiness:progress', progress),
      unsaved(of) {
        unsavedList = of
      },
    }),
  })
  followAppEvents({ app, powerMonitor, dialog, window, services, unsavedList: () => unsavedList })
}

function giveUp(error: Error): void {
  dialog.showErrorBox(text.main.launch.failed, error.message)
  app.exit(1)
}
