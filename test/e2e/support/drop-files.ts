import type { Page } from 'playwright-core'

/** Drops files or folders of the disk on the middle of the window, as a drag from a folder ends. */
export async function dropFiles(page: Page, ...paths: readonly string[]): Promise<void> {
  const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }))
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x, y, data })

  const over = await page.evaluateHandle(nextDragOver)
  await drag('dragEnter')
  await drag('dragOver')
  // The browser lets nothing be dropped before the page has said that it takes it.
  await over.evaluate(({ seen }) => seen)
  await drag('dragOver')
  await drag('drop')
  await session.detach()
}

/** Runs in the page. Wrapped, for a promise itself would be waited for. */
function nextDragOver(): { readonly seen: Promise<void> } {
  return {
    seen: new Promise((resolve) => {
      document.addEventListener('dragover', () => requestAnimationFrame(() => resolve()), { once: true })
    }),
  }
}
