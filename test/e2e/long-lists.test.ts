import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxOpenBatchesPerRegion } from '../../src/shared/gateway/limits.ts'
import { type Region, regions } from '../../src/shared/gateway/region.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'
import { manyPhonesText } from './support/example-lists.ts'
import { watchFrames } from './support/frame-watch.ts'
import { startButton } from './support/operator.ts'
import { launchSimulated, type SimulatedWindow } from './support/phones-window.ts'
import { batchesSent } from './support/service-calls.ts'

const { phones, run, table: words } = text.window
const size = 3000
const name = 'phones-3000.csv'

let ui: SimulatedWindow
let folder: string
let mostRows: () => Promise<number>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'long-lists-'))
  await writeFile(join(folder, name), manyPhonesText(size, true))
  ui = await launchSimulated(10_000)
})
afterAll(async () => {
  await ui.app.close()
  await removeFolder(folder)
})

const firstRows = async (): Promise<readonly number[]> => (await ui.table.inSight()).map(({ row }) => row)
const filter = () => ui.page.getByRole('searchbox', { name: phones.filter })
/** The function returned tells the most rows that have been in the document at once since. */
async function watchRows(): Promise<() => Promise<number>> {
  const end = await watchFrames(ui.page)
  return async () => (await end()).mostRows
}

describe('a list of 3,000 phones', () => {
  test('opens with a handful of rows in the document, whatever is scrolled to', async () => {
    await ui.openList(join(folder, name))
    await ui.table.chip('ready', size).waitFor()
    mostRows = await watchRows()
    await ui.table.grid.hover()

    for (const [wheel, row] of [
      [32 * 1000, 1010],
      [32 * 10_000, 3001],
      [-32 * 10_000, 2],
    ] as const) {
      await ui.page.mouse.wheel(0, wheel)
      await ui.table.row(row).waitFor()
    }
    expect(await mostRows()).toBeLessThanOrEqual(80)
    expect(await ui.table.grid.getAttribute('aria-rowcount')).toBe(String(size + 1))
  })

  test('is walked from end to end with the keyboard', async () => {
    await ui.table.cell(2, 'username').click()
    await ui.page.keyboard.press('Control+End')
    await ui.table.row(3001).waitFor()
    await ui.page.keyboard.press('Control+Home')
    await ui.table.row(2).waitFor()
    await ui.page.keyboard.press('PageDown')
    await ui.page.keyboard.press('PageDown')
    await ui.table.row(2).waitFor({ state: 'detached' })

    // The row that has the keyboard is in sight.
    const current = ui.table.grid.locator('[role="row"][aria-current]')
    expect(await current.evaluate((row) => row.contains(document.activeElement))).toBe(true)
  })

  test('is confirmed region by region, and the queue is explained before it starts', async () => {
    await ui.tool(startButton()).click()
    await ui.dialog.getByRole('heading', { name: run.confirm.title(size) }).waitFor()

    for (const region of regions)
      expect(await ui.dialog.getByText(run.confirm.regionLine(region, 1000, 10)).isVisible()).toBe(true)
    expect(await ui.dialog.getByText(run.confirm.queueNote).isVisible()).toBe(true)
    await ui.dialog.getByRole('checkbox').check()
  })
})

describe('while 3,000 phones are signed in', () => {
  test('all three regions are at work at once, and it says why the rest waits', async () => {
    mostRows = await watchRows()
    await ui.time.hold()
    await ui.dialog.getByRole('button', { name: run.confirm.start(size) }).click()
    await ui.strip.waitFor()
    await expect
      .poll(() => ui.readStrip())
      .toEqual(expect.arrayContaining(regions.map((region) => run.strip.region(region, 0, 10, 3, 7, 0))))
    await ui.strip.getByText(run.strip.queueWhy).waitFor()
    await ui.shown.untilSubmitted(9)

    await ui.showTab(words.panel.counted(words.panel.batches, 30))
    const queued = ui.panel.getByRole('row').filter({ hasText: run.batches.queued })
    expect(await queued.first().isVisible()).toBe(true)
  })

  test('rows are filtered as one types', async () => {
    await filter().pressSequentially('phone2')
    await expect.poll(firstRows).toEqual(expect.arrayContaining([2001, 2002, 2003]))
    await ui.table.grid.getByText('phone0001@contoso.com').waitFor({ state: 'detached' })
    await ui.strip.waitFor()
    await filter().fill('')
    await ui.table.row(2).waitFor()
  })

  test('rows are sorted, and stay sorted while they change', async () => {
    await ui.time.pass(3)
    await ui.table.head('username').click()
    await ui.table.head('username').click()
    await ui.table.row(3001).waitFor()
    expect(await ui.table.head('username').getAttribute('aria-sort')).toBe('descending')
    expect((await firstRows()).slice(0, 3)).toEqual([3001, 3000, 2999])

    await ui.table.head('status').click()
    await ui.table.row(3001).waitFor({ state: 'detached' })
    await ui.table.head('row').click()
    await ui.table.row(2).waitFor()
  })

  test('another list can be read beside it, which cannot be started meanwhile', async () => {
    await ui.openList(sample('messy.csv'))
    await ui.chooseRegion('EMEA')
    const start = ui.tool(startButton())
    expect(await start.isDisabled()).toBe(true)
    await start.focus()
    await ui.page.getByRole('tooltip').getByText(phones.why.underWay).waitFor()

    await ui.tool(phones.showRun).click()
    await ui.strip.waitFor()
  })

  test('the results so far can be exported', async () => {
    const file = join(folder, 'so far.csv')
    await ui.app.answerSaveDialog(file)
    await ui.page.keyboard.press('Control+e')
    await ui.messages.getByText(run.exported(file)).waitFor()

    const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + size)
    await ui.messages.getByRole('button', { name: text.window.frame.dismiss }).click()
  })

  test('the document never has more rows than fit, until the last phone', async () => {
    await ui.time.goOn()
    await ui.strip.getByRole('button', { name: run.strip.failedFirst }).waitFor()
    expect(await mostRows()).toBeLessThanOrEqual(80)
  })

  test('every phone has its result, and no batch was sent twice', async () => {
    const state = await ui.shown.until('finished')
    const counts = countPhones(state)
    expect(counts['signed in'] + counts.failed).toBe(size)
    await ui.strip.getByText(text.run.ended(runEnd(state))).waitFor()
    await ui.table.chip('signed in', counts['signed in']).waitFor()

    const batches = batchesSent(await ui.sent())
    expect(batches).toHaveLength(30)
    const asked = batches.flatMap(({ body }) => JSON.parse(body)).map(({ hardwareId }) => hardwareId)
    expect(new Set(asked).size).toBe(size)
  })

  test('no region ever had more than three batches open, and each had three', async () => {
    const { batches } = await ui.shown.state()
    const [open, most] = [new Map<Region, number>(), new Map<Region, number>()]
    const change = (batch: number, by: number): void => {
      const region = batches[batch]?.region ?? 'NOAM'
      const now = (open.get(region) ?? 0) + by
      open.set(region, now)
      most.set(region, Math.max(most.get(region) ?? 0, now))
    }
    for (const event of await ui.shown.events()) {
      if (event.type === 'BatchSubmitting') change(event.batch, 1)
      if (event.type === 'BatchRefused' || event.type === 'BatchFinished') change(event.batch, -1)
    }

    expect(Object.fromEntries(most)).toEqual(
      Object.fromEntries(regions.map((region) => [region, maxOpenBatchesPerRegion])),
    )
  })
})
