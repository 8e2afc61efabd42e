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
import { appId, toastActivatorId } from '../shared/app-id.ts'
import { text } from '../shared/text/index.ts'
import { chooseLanguage } from '../shared/text/language.ts'
import { appInfoOf } from './composition/app-info.ts'
import type { WorkOptions } from './composition/begin-work.ts'
import { openKept } from './composition/open-kept.ts'
import { keepToHttp1 } from './electron/keep-to-http1.ts'
import { createPageLine } from './ipc/page-line.ts'
import { type AnswerPage, registerHandlers } from './ipc/register.ts'
import { isOwnPage } from './ipc/sender.ts'
import { appOrigin, originOf, pageAddressOf } from './page/app-origin.ts'
import { createPagePrinter } from './page/page-printer.ts'
import { declareAppScheme, serveAppScheme } from './page/protocol.ts'
import { restrictPages, restrictSession } from './page/security.ts'
import { readCommandLine } from './settings/command-line.ts'
import { openAppWindow } from './window/app-window.ts'
import { withholdDeveloperTools } from './window/developer-tools.ts'
import { setMenu } from './window/menu.ts'

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
  const { push, connect } = createPageLine()
  const kept = await openKept({ app, nativeTheme, push })
  const { log } = kept
  process.on('unhandledRejection', (error) => log.unexpected('unhandledRejection', error))

  setMenu(process.platform)
  restrictSession(session.defaultSession)
  const printer = createPagePrinter((options) => new BrowserWindow(options))
  serveAppScheme(join(out, 'renderer'), printer)
  const window = openAppWindow({
    services: kept,
    nativeTheme,
    screen,
    dialog,
    menu: Menu,
    info,
    out,
    resources,
    address,
    developerTools: commandLine.developerTools,
    failed: giveUp,
  })
  connect(window.webContents)
  const origin = originOf(address) ?? appOrigin
  const answer = workBehind(window, { kept, info, push, printer })
  registerHandlers({
    isTrusted: (sender) => isOwnPage(sender, { contents: window.webContents, origin, originOf }),
    answer,
  })
  await answer
}

/** Loads what works behind the window while the system makes the window and its page begins to load: it is most of the app. */
async function workBehind(
  window: BrowserWindow,
  shown: Pick<WorkOptions, 'kept' | 'info' | 'push' | 'printer'>,
): Promise<AnswerPage> {
  const { beginWork } = await import('./composition/begin-work.ts')
  return beginWork({
    ...shown,
    ...{ app, net, session, safeStorage, shell, clipboard, dialog, powerMonitor, powerSaveBlocker },
    ...{ commandLine, resources, window, notification: Notification },
  })
}

function giveUp(error: Error): void {
  dialog.showErrorBox(text.main.launch.failed, error.message)
  app.exit(1)
}
