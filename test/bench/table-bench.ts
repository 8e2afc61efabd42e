import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { checkPhones } from '../../src/shared/phones/check.ts'
import type { GridSource } from '../../src/shared/phones/grid.ts'
import { succeed } from '../../src/shared/result.ts'
import type { PhoneReport, RunEvent } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { text } from '../../src/shared/text/index.ts'
import { cellsOf, manyPhones } from '../e2e/support/example-lists.ts'
import { exampleRun } from '../e2e/support/example-run.ts'
import { openBrowser, openPageAlone } from '../e2e/support/page-alone.ts'
import { mainWith, simulated } from '../e2e/support/scripted-mains.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

const folder = resolve('out/renderer')
const look = { width: 1600, height: 1000 }
const rows = 60_000
const rowsInWords = '60,000 rows'
const runId = '20260302-090000-abcdef'
/** A frame of a display with 60 of them a second, in ms. */
const frame = 16

const { panel } = text.window.table
const tabs = ['details', 'failures', 'batches', 'activity'] as const
const sorts = [undefined, 'username', 'status', 'result'] as const

/**
 * What the table of 60,000 phones costs, script and layout: opening the list, a key in the filter, and an update of 100 rows,
 * whatever tab is open below it and however it is sorted. The worst of them counts.
 */
export async function benchTable(built = folder): Promise<readonly Figure[]> {
  const browser = await openBrowser()
  try {
    return [
      ...(await benchOpening(browser, built)),
      ...(await benchRun(browser, built, { isListOpen: false })),
      ...(await benchRun(browser, built, { isListOpen: true })),
    ]
  } finally {
    await browser.close()
  }
}

async function benchOpening(browser: Browser, built: string): Promise<readonly Figure[]> {
  const list = cellsOf(manyPhones(rows, true))
  let opened = 0
  const main = {
    ...mainWith(simulated),
    'list:browse': () => succeed({ ...list, grids: withName(list, `list-${++opened}.csv`) }),
  }
  const alone = await openPageAlone(browser, main, look, built)
  const { page } = alone
  try {
    await page.getByRole('navigation').waitFor()
    const worked = await workOf(page)
    const times: number[] = []
    for (let turn = 0; turn < 5; turn++)
      times.push(
        await worked(async () => {
          await page.keyboard.press('Control+o')
          await page.getByRole('heading', { name: `list-${turn + 1}.csv` }).waitFor()
        }),
      )
    const value = median(times)
    return [{ name: 'table: opening 60,000 rows, script and layout', value, unit: 'ms', limit: 50 }]
  } finally {
    await alone.close()
  }
}

/** `isListOpen`: the run is one of the list that is open, whose rows say how it goes. */
async function benchRun(
  browser: Browser,
  built: string,
  { isListOpen }: { readonly isListOpen: boolean },
): Promise<readonly Figure[]> {
  const sheet = manyPhones(rows, true)
  const plan = planRun(checkPhones(sheet, undefined))
  const run = exampleRun(plan, sheet.name)
  for (const batch of plan.batches.keys()) run.submit(batch)
  const begun = run.events().map((event) => (event.type === 'RunStarted' ? { ...event, runId } : event))
  const main = { ...mainWith(simulated, cellsOf(sheet)), 'run:start': () => succeed({ runId }) }
  const alone = await openPageAlone(browser, main, look, built)
  const { page } = alone
  try {
    await page.getByRole('navigation').waitFor()
    await page.getByRole('button', { name: 'Phones', exact: true }).click()
    if (isListOpen) await startList(page)
    await alone.push('run:events', begun)
    await page.getByRole('grid').waitFor()
    const worked = await workOf(page)
    let seq = begun.length
    const updates: number[] = []
    const filters: number[] = []
    for (const sort of isListOpen ? sorts.slice(0, 3) : sorts) {
      if (sort) await page.locator(`[role="columnheader"][data-column="${sort}"]`).click()
      for (const tab of tabs) {
        await page.getByRole('tab', { name: new RegExp(`^${panel[tab]}`) }).click()
        const update: number[] = []
        for (const event of updatesOf(plan.batches[0]?.phones ?? [], seq))
          update.push(await worked(() => alone.push('run:events', [event])))
        seq += update.length
        await page.getByRole('searchbox').focus()
        const filter: number[] = []
        for (const key of ['p', '2', 'Backspace', 'Backspace', '0', '0', 'Backspace', 'Backspace'])
          filter.push(await worked(() => page.keyboard.press(key)))
        updates.push(median(update))
        filters.push(median(filter))
        if (process.env['BENCH_DETAILS'])
          console.error(`${sort ?? 'file order'}, ${tab}: ${median(update)} ms, filter ${median(filter)} ms`)
      }
    }
    const unit = 'ms'
    const rowsOf = isListOpen ? `${rowsInWords} of an open list` : rowsInWords
    return [
      {
        ...{ name: `table: 100 of ${rowsOf} changed, script and layout`, unit },
        value: Math.max(...updates),
        limit: frame,
      },
      {
        ...{ name: `table: a key in the filter of ${rowsOf}, script and layout`, unit },
        value: Math.max(...filters),
        limit: frame,
      },
    ]
  } finally {
    await alone.close()
  }
}

/** Opens the list and signs all of it in; the events of the run are still to come. */
async function startList(page: Page): Promise<void> {
  await page.keyboard.press('Control+o')
  const start = page.getByRole('button', { name: /^Sign in [\d,]+ phones/ })
  await start.click()
  const dialog = page.getByRole('dialog')
  const agreement = dialog.getByRole('checkbox')
  if (await agreement.isVisible()) await agreement.check()
  await dialog.getByRole('button', { name: /^Sign in/ }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The same cells, as those of another file. */
const withName = ({ grids: [first, ...others] }: GridSource, name: string): GridSource['grids'] => [
  { ...first, name },
  ...others,
]

/** Events that turn the phones of a batch to and fro. */
function updatesOf(phones: readonly number[], begun: number): readonly RunEvent[] {
  return Array.from({ length: 8 }, (_, turn): RunEvent => {
    const reports = phones.map((phone): PhoneReport => {
      if (turn % 2 === 1) return { phone, status: 'signing in', said: 'In progress' }
      return phone % 5 === 0
        ? { phone, status: 'failed', said: 'failed', error: 'Device is offline.' }
        : { phone, status: 'signed in', said: 'success' }
    })
    const at = new Date().toISOString()
    return { seq: begun + turn + 1, at, type: 'PhonesReported', batch: 0, phones: reports }
  })
}

/**
 * The function returned tells how long the page has computed for something, in ms: its scripts, styles and layout, as Chromium
 * counts them, until the second frame after it. What it waits for does not count.
 */
async function workOf(page: Page): Promise<(act: () => Promise<unknown>) => Promise<number>> {
  const devTools = await page.context().newCDPSession(page)
  // In time of the processor: whatever else runs on this computer does not count.
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const sum = async (): Promise<number> => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000
  }
  return async (act) => {
    const before = await sum()
    await act()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return Math.round(((await sum()) - before) * 10) / 10
  }
}
