import type { Event } from 'electron'

/** The parts of a window needed to guard its closing. */
export type Closable = {
  on(event: 'close', listener: (event: Pick<Event, 'preventDefault'>) => void): unknown
  hide(): void
  destroy(): void
}

/** Asks before a window closes that has something to lose, and lets the last words of a run reach the disk. */
export function guardClosing(
  window: Closable,
  run: {
    /** Whether a run is watched, or a list has changes that are in no file. */
    readonly mustAsk: () => boolean
    /** Whether to close anyway. */
    readonly ask: () => Promise<boolean>
    /** Must not reject: the window would stay behind, hidden. */
    readonly stop: () => Promise<void>
  },
): void {
  let closing = false

  async function askAndClose(): Promise<void> {
    if (!(await run.ask())) return
    window.hide()
    await run.stop()
    window.destroy()
  }
  window.on('close', (event) => {
    if (!closing && !run.mustAsk()) return
    event.preventDefault()
    if (closing) return
    closing = true
    void askAndClose().finally(() => {
      closing = false
    })
  })
}
