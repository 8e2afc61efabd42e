import type { BrowserWindow } from 'electron'

/** So long a first picture may take before its window is shown without one. */
export const showAfterMs = 30_000

/** The parts of a window needed to show it. */
export type HiddenWindow = Pick<BrowserWindow, 'show' | 'maximize' | 'isDestroyed' | 'isVisible'> & {
  once(event: 'ready-to-show' | 'closed', listener: () => void): unknown
}

/**
 * Shows a window when its first picture is ready, so that nothing flashes. If none comes, shows it empty after a while and
 * calls `late`: an app without a window can't even be closed.
 */
export function showWhenReady(
  window: HiddenWindow,
  options: {
    readonly maximised: boolean
    readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
    readonly late: () => void
  },
): void {
  const over = new AbortController()
  let isShown = false
  const show = (): void => {
    over.abort()
    if (isShown || window.isDestroyed()) return
    isShown = true
    if (options.maximised) window.maximize()
    window.show()
  }
  window.once('ready-to-show', show)
  window.once('closed', () => over.abort())
  void options.sleep(showAfterMs, over.signal).then(() => {
    if (over.signal.aborted || window.isDestroyed()) return
    options.late()
    show()
  })
}
