import type { App, BrowserWindow, Dialog, PowerMonitor } from 'electron'
import { askToClose } from '../window/ask-to-close.ts'
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
}): void {
  const { app, powerMonitor, dialog, window } = options
  const { log, runs, sessions, updates } = options.services

  guardClosing(window, {
    isWatched: runs.isBusy,
    ask() {
      // A question of a minimised window is minimised with it, and nobody would see why the app does not close.
      focusWindow(window)
      return askToClose(dialog, window)
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
