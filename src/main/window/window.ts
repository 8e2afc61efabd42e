import { BrowserWindow, type Rectangle } from 'electron'
import { offerDeveloperTools } from './developer-tools.ts'
import { smallestWindow } from './window-place.ts'

/** Opens the one window. It shows itself when its first picture is there, so that nothing flashes. */
export function createWindow(options: {
  readonly preload: string
  readonly address: string
  readonly background: string
  readonly place: Partial<Rectangle>
  readonly maximised: boolean
  /** Where the system finds none with the app itself: Linux. */
  readonly icon: string | undefined
  readonly developerTools: boolean
  /** Told when the page cannot be loaded: the window would never show itself. */
  readonly failed: (error: Error) => void
}): BrowserWindow {
  const window = new BrowserWindow({
    ...options.place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: options.background,
    ...(options.icon !== undefined && { icon: options.icon }),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: options.developerTools,
      // The dictionary would be fetched from the internet.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (options.maximised) window.maximize()
    window.show()
  })
  if (options.developerTools) offerDeveloperTools(window.webContents)
  window.loadURL(options.address).catch(options.failed)
  return window
}
