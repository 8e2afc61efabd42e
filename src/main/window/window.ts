import { BrowserWindow } from 'electron'
import { offerDeveloperTools } from './developer-tools.ts'
import { type Place, putInPlace, smallestWindow } from './window-place.ts'

/** Makes the one window, hidden and empty. */
export function createWindow(options: {
  readonly preload: string
  readonly background: string
  readonly place: Place
  /** Where the system finds none with the app itself: Linux. */
  readonly icon: string | undefined
  readonly developerTools: boolean
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
  putInPlace(window, options.place)
  if (options.developerTools) offerDeveloperTools(window.webContents)
  return window
}
