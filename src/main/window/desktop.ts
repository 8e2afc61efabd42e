import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron'
import type { Desktop } from './presence.ts'

/** Taskbar, power saving and notifications of the system the app runs on. */
export function desktopOf(window: BrowserWindow): Desktop {
  // A notification that nothing refers to is collected, and its click with it.
  let latest: Notification | undefined

  return {
    showProgress(progress) {
      if (window.isDestroyed()) return
      if (!progress) window.setProgressBar(-1)
      else window.setProgressBar(progress.share, { mode: progress.paused ? 'paused' : 'normal' })
    },
    stayAwake() {
      const id = powerSaveBlocker.start('prevent-app-suspension')
      return () => powerSaveBlocker.stop(id)
    },
    notify(notice) {
      if (!Notification.isSupported()) return
      latest = new Notification(notice)
      latest.on('click', () => focusWindow(window))
      latest.show()
    },
  }
}

/** Brings the window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
