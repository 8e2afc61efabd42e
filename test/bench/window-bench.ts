import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { checkPhones } from '../../src/shared/phones/check.ts'
import type { PhoneReport, RunEvent } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { manyPhones } from '../e2e/support/example-lists.ts'
import { exampleRun } from '../e2e/support/example-run.ts'
import { openBrowser, openPageAlone, type PageAlone } from '../e2e/support/page-alone.ts'
import { mainWith, simulated } from '../e2e/support/scripted-mains.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'
import { benchOpening, benchStart as benchStartIn } from './window-start-bench.ts'

const folder = resolve('out/renderer')
const look = { width: 1600, height: 1000 }
const rows = 10_000

/**
 * Measures the built window in a browser: a table of 10,000 rows, a key in the filter, an update of 100 rows,
 * the start of the page, the first opening of each page and of a dialog. "To paint" is from the input or push until
 * the frame that shows it has been handed to the compositor.
 */
export async function benchWindow(built = folder): Promise<readonly Figure[]> {
  const browser = await openBrowser()
  try {
    return [
      ...(await benchTable(browser, built)),
      ...(await benchStartIn(browser, built)),
      ...(await benchOpening(browser, built)),
    ]
  } finally {
    await browser.close()
  }
}

/** Of it, the start of the page alone. */
export async function benchStart(built: string): Promise<readonly Figure[]> {
  const browser = await openBrowser()
  try {
    return await benchStartIn(browser, built)
  } finally {
    await browser.close()
  }
}

async function benchTable(browser: Browser, built: string): Promise<readonly Figure[]> {
  const sheet = manyPhones(rows, true)
  const plan = planRun(checkPhones(sheet, undefined))
  const run = exampleRun(plan, sheet.name)
  for (const batch of plan.batches.keys()) run.submit(batch)
  const begun = run.events()

  const alone = await openPageAlone(browser, mainWith(simulated), look, built)
  try {
    await alone.page.getByRole('navigation').waitFor()
    await alone.page.getByRole('button', { name: 'Phones', exact: true }).click()
    await alone.push('run:events', begun)
    await alone.page.getByRole('grid').waitFor()
    const updates = updatesOf(plan.batches[0]?.phones ?? [], begun.length)
    return [
      {
        name: 'window: row elements of 10,000 rows',
        value: await rowElements(alone),
        unit: 'rows',
        limit: 80,
      },
      { name: 'window: filter key to paint', value: await filterKey(alone.page), unit: 'ms', limit: 50 },
      {
        name: 'window: 100 rows changed to paint',
        value: await update(alone.page, updates),
        unit: 'ms',
        limit: 20,
      },
    ]
  } finally {
    await alone.close()
  }
}

/** The most there are while somebody pages through the table. */
async function rowElements({ page }: PageAlone): Promise<number> {
  await page.locator('[data-row="2"] [data-column="username"]').click()
  let most = 0
  for (const key of ['End', 'PageDown', 'PageDown', 'Control+End', 'PageUp', 'Control+Home']) {
    await page.keyboard.press(key)
    most = Math.max(most, await page.getByRole('row').count())
  }
  return most
}

/** Types and deletes, so that the table goes between all rows, many and few. */
async function filterKey(page: Page): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { times })
    document.addEventListener(
      'input',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - timeStamp)
          port2.postMessage(undefined)
        }),
      { capture: true },
    )
  })
  await page.getByRole('searchbox').focus()
  for (let turn = 0; turn < 4; turn++) {
    for (const key of ['p', 'h', 'o', 'n', 'e', '0', '1', '2']) await page.keyboard.press(key, { delay: 30 })
    for (let back = 0; back < 8; back++) await page.keyboard.press('Backspace', { delay: 30 })
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times)
  if (times.length !== 64) throw new Error(`${times.length} of 64 keys reached the filter`)
  return rounded(median(times))
}

/** Events that turn the first 100 phones of the run to and fro. */
function updatesOf(phones: readonly number[], begun: number): readonly RunEvent[] {
  return Array.from({ length: 40 }, (_, turn): RunEvent => {
    const reports = phones.map((phone): PhoneReport => {
      if (turn % 2 === 1) return { phone, status: 'signing in', said: 'In progress' }
      return phone % 5 === 0
        ? { phone, status: 'failed', said: 'failed', error: 'Device is offline.' }
        : { phone, status: 'signed in', said: 'success' }
    })
    return {
      seq: begun + turn + 1,
      at: new Date().toISOString(),
      type: 'PhonesReported',
      batch: 0,
      phones: reports,
    }
  })
}

async function update(page: Page, events: readonly RunEvent[]): Promise<number> {
  const times = await page.evaluate(async (events) => {
    const { pushFromTest } = globalThis as unknown as { pushFromTest(channel: string, pushed: unknown): void }
    const firstRow = () => document.querySelector('[data-row="2"]')?.getAttribute('data-status')
    const times: number[] = []
    for (const event of events) {
      const before = firstRow()
      // Within a frame, which then shows it: the wait for the display's next frame is no work of the window.
      const elapsed = await new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const start = performance.now()
          pushFromTest('run:events', [event])
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - start)
          port2.postMessage(undefined)
        }),
      )
      times.push(elapsed)
      if (firstRow() === before) throw new Error('The update did not reach the table')
    }
    return times
  }, events)
  return rounded(median(times))
}

const rounded = (value: number): number => Math.round(value * 10) / 10
