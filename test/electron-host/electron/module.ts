import type * as Electron from 'electron'
import type * as Common from 'electron/common'
import type * as Main from 'electron/main'
import type { Cdp } from '../cdp.ts'
import type { HostOptions, Media } from '../control.ts'
import { absent, partly } from '../missing.ts'
import { createSchemes } from '../schemes.ts'
import { createApp, type HostApp } from './app.ts'
import { createBrowserWindows } from './browser-window.ts'
import { createDialog } from './dialog.ts'
import { emitted } from './emitted.ts'
import { createIpcMain } from './ipc-main.ts'
import { createNativeTheme } from './native-theme.ts'
import { createNet, createProtocol } from './network.ts'
import { createScreen } from './screen.ts'
import { createSession } from './session.ts'
import {
  createClipboard,
  createMenu,
  createPowerMonitor,
  createPowerSaveBlocker,
  createSafeStorage,
  createShell,
  HostNotification,
} from './system.ts'

/** The result of `import … from 'electron'` in the main process. */
export type ElectronModule = typeof Main & typeof Common

/** Electron for the main process, on a browser that is running. */
export function createElectron(
  browser: Cdp,
  options: HostOptions,
  opened: (targetId: string) => Promise<void>,
): { readonly electron: ElectronModule; readonly host: HostApp } {
  const schemes = createSchemes()
  const ipcMain = createIpcMain()
  const session = createSession(browser)
  const screen = createScreen(options.displays)
  let media = options.media

  const nativeTheme = createNativeTheme(options.media, (changed: Media) => {
    media = changed
    for (const {
      host: { page },
    } of windows.all())
      void page.then((link) => link.emulate(changed))
  })
  const windows = createBrowserWindows(
    { browser, schemes, ipcMain, session, screen, media: () => media, opened },
    {
      windowCreated(window) {
        app.emit('web-contents-created', emitted({}), window.webContents)
        app.emit('browser-window-created', emitted({}), window)
      },
      allClosed: () => host.allClosed(),
    },
  )
  const host = createApp(options, windows.all)
  const { app } = host

  const present: Record<Exclude<keyof ElectronModule, (typeof absentNames)[number]>, unknown> = {
    app,
    BrowserWindow: windows.BrowserWindow,
    clipboard: createClipboard(),
    dialog: createDialog(options, windows.all),
    ipcMain,
    Menu: createMenu(),
    nativeTheme,
    net: createNet(schemes, () => app.commandLine.getSwitchValue('proxy-server')),
    Notification: HostNotification,
    powerMonitor: createPowerMonitor(),
    powerSaveBlocker: createPowerSaveBlocker(),
    protocol: createProtocol(schemes, app.isReady),
    safeStorage: createSafeStorage(
      () => app.getPath('userData'),
      // As Chromium's own switch has it on Linux.
      app.commandLine.getSwitchValue('password-store') === 'basic' ? 'public' : 'system',
    ),
    screen: screen.screen,
    session: partly<typeof Electron.session>('session', {
      defaultSession: session.session,
      // To be handed to `net.request`, which knows no sessions here, or to fetch with.
      fromPartition: (name) =>
        partly<Electron.Session>(`session of ${name}`, {
          fetch: (input, init) => fetch(new Request(input, init)),
          closeAllConnections: async () => undefined,
          resolveProxy: async () => 'DIRECT',
        }),
    }),
    shell: createShell(),
  }
  const missing = Object.fromEntries(absentNames.map((name) => [name, absent(name)]))
  return { electron: { ...missing, ...present } as ElectronModule, host }
}

/** The parts that the app does not need so far. With the others, they are all that Electron has for main. */
const absentNames = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'ClipboardItem',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'IpcMainServiceWorker',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'netLog',
  'pushNotifications',
  'sharedTexture',
  'ShareMenu',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'utilityProcess',
  'View',
  'webContents',
  'WebContentsView',
  'webFrameMain',
  'WebSocket',
] as const satisfies readonly (keyof ElectronModule)[]
