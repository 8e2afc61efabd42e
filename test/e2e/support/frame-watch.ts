import type { Page } from 'playwright-core'

/** The frames of a page while it was watched; times in ms. */
export type Frames = {
  /** How long it was watched. */
  readonly watched: number
  readonly frames: number
  /** The longest time from one frame to the next. */
  readonly longestGap: number
  /** Every task that kept the page from answering for more than 50 ms. */
  readonly longTasks: readonly number[]
  /** The most rows of tables that were in the document at once, heads included. */
  readonly mostRows: number
}

declare global {
  interface Window {
    endFrameWatch?: () => Frames
  }
}

/** Watches every frame of the page from now on. The function returned ends that and tells what was seen. */
export async function watchFrames(page: Page): Promise<() => Promise<Frames>> {
  await page.evaluate(watch)
  return () =>
    page.evaluate(() => {
      if (!window.endFrameWatch) throw new Error('The page was loaded anew meanwhile')
      return window.endFrameWatch()
    })
}

function watch(): void {
  const begun = performance.now()
  const longTasks: number[] = []
  let [frames, longestGap, mostRows, last, ended] = [0, 0, 0, begun, false]
  const take = (entries: readonly PerformanceEntry[]): void => {
    for (const { duration } of entries) longTasks.push(Math.round(duration))
  }
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  observer.observe({ type: 'longtask' })
  const look = (now: number): void => {
    frames += 1
    longestGap = Math.max(longestGap, now - last)
    last = now
    mostRows = Math.max(mostRows, document.querySelectorAll('[role="row"], tr').length)
    if (!ended) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  window.endFrameWatch = () => {
    ended = true
    take(observer.takeRecords())
    observer.disconnect()
    const watched = Math.round(performance.now() - begun)
    return { watched, frames, longestGap: Math.round(longestGap), longTasks, mostRows }
  }
}
