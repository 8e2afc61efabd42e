import type { App, BrowserWindow, Dialog, PowerMonitor } from 'electron'
import { askToClose, askToLose } from '../window/ask-to-close.ts'
import { guardClosing } from '../window/closing.ts'
import { focusWindow } from '../window/desktop.ts'
import type { Services } from './services.ts'

/** Has the app react to being closed, started a second time, woken with the computer, and quit. */
export function followAppEvents(options: {
  readonly app: Pick<App, 'on'>
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly window: BrowserWindow
  readonly services: Pick<Services, 'log' | 'runs' | 'sessions' | 'updates'>
  /** The list that has changes that are in no file. */
  readonly unsavedList: () => string | undefined
}): void {
  const { app, powerMonitor, dialog, window } = options
  const { log, runs, sessions, updates } = options.services

  guardClosing(window, {
    mustAsk: () => runs.isBusy() || options.unsavedList() !== undefined,
    async ask() {
      // A question of a minimised window is minimised with it, and nobody would see why the app does not close.
      focusWindow(window)
      if (runs.isBusy() && !(await askToClose(dialog, window))) return false
      const unsaved = options.unsavedList()
      return unsaved === undefined || askToLose(dialog, window, unsaved)
    },
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
