import type { BrowserWindow, Notification, PowerSaveBlocker } from 'electron'
import type { Desktop } from './presence.ts'

/**
 * Taskbar, power saving and notifications of the system. A notification leaves something behind on the system. Where it
 * must not (`notifies`), the button in the taskbar flashes instead.
 */
export function desktopOf(
  window: Pick<BrowserWindow, 'isDestroyed' | 'isFocused' | 'flashFrame' | 'setProgressBar'> & Front,
  system: {
    readonly notification: typeof Notification
    readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>
    readonly notifies: boolean
  },
): Desktop {
  const { notification, powerSaveBlocker, notifies } = system
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
      // Ask this first: even asking for `isSupported` prepares Windows for notifications.
      if (!notifies || !notification.isSupported()) {
        if (!window.isDestroyed() && !window.isFocused()) window.flashFrame(true)
        return
      }
      latest = new notification(notice)
      latest.on('click', () => focusWindow(window))
      latest.show()
    },
  }
}

/** The parts of a window needed to bring it to the front. */
type Front = Pick<BrowserWindow, 'isDestroyed' | 'isMinimized' | 'restore' | 'show' | 'focus'>

/** Brings the window to the front, wherever it is. */
export function focusWindow(window: Front): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
