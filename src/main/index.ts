import { join } from 'node:path'
import {
  app,
  clipboard,
  dialog,
  nativeTheme,
  net,
  powerMonitor,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { appId } from '../shared/app-id.ts'
import { text } from '../shared/text/index.ts'
import { followAppEvents } from './app-events.ts'
import { appInfoOf } from './app-info.ts'
import { appOrigin, originOf, pageAddressOf } from './app-origin.ts'
import { openAppWindow } from './app-window.ts'
import { systemClock } from './clock/clock.ts'
import { readCommandLine } from './command-line.ts'
import { desktopOf, focusWindow } from './desktop.ts'
import { withholdDeveloperTools } from './developer-tools.ts'
import { handlersOf } from './handlers.ts'
import { bufferEvents } from './ipc/event-buffer.ts'
import { createPageLine } from './ipc/page-line.ts'
import { registerHandlers } from './ipc/register.ts'
import { isOwnPage } from './ipc/sender.ts'
import { keepToHttp1 } from './keep-to-http1.ts'
import { setMenu } from './menu.ts'
import { followRun } from './presence.ts'
import { declareAppScheme, serveAppScheme } from './protocol.ts'
import { restrictPages, restrictSession } from './security.ts'
import { openServices } from './services.ts'

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
restrictPages(app, (asked) => asked === address)
app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) void app.whenReady().then(open).catch(giveUp)
else app.quit()

async function open(): Promise<void> {
  const info = appInfoOf(app, process)
  const { developerTools, list, simulatedTenant } = commandLine
  const { push, connect } = createPageLine()
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
  serveAppScheme(join(out, 'renderer'))
  const window = openAppWindow({
    services,
    nativeTheme,
    screen,
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
  followRun(runs, desktopOf(window))

  const origin = originOf(address) ?? appOrigin
  registerHandlers({
    isTrusted: (sender) => isOwnPage(sender, { contents: window.webContents, origin, originOf }),
    unexpected: log.unexpected,
    handlers: handlersOf({ services, window, clipboard, dialog, shell, info, resources, list, begun, flush }),
  })
  followAppEvents({ app, powerMonitor, dialog, window, services })
}

function giveUp(error: Error): void {
  dialog.showErrorBox(text.main.launch.failed, error.message)
  app.exit(1)
}
