import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxOpenBatchesPerRegion } from '../../src/shared/gateway/limits.ts'
import { type Region, regions } from '../../src/shared/gateway/region.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { reduceRun } from '../../src/shared/run/reducer.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { text } from '../../src/shared/text/index.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { type Frames, watchFrames } from './support/frame-watch.ts'
import { type Landmarks, landmarksOf } from './support/landmarks.ts'
import { launchApp } from './support/launch-app.ts'
import { type OperatorAtWindow, operatorAt } from './support/operator.ts'
import { type PhoneTable, phoneTable } from './support/phone-table.ts'
import { type RunShown, runShown } from './support/run-shown.ts'
import { batchesSent, recordServiceCalls, type ServiceCall } from './support/service-calls.ts'

const { phones, run, session, table: words } = text.window
const messy = resolve(import.meta.dirname, '../../resources/samples/messy.csv')
const size = 3000
const name = 'phones-3000.csv'

let app: AppUnderTest
let operator: OperatorAtWindow
let window: Landmarks
let table: PhoneTable
let shown: RunShown
let sent: () => Promise<readonly ServiceCall[]>
let folder: string
let endWatch: () => Promise<Frames>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'long-lists-'))
  await writeFile(join(folder, name), longList())
  app = await launchApp({ args: ['--speed=60'] })
  operator = operatorAt(app.page)
  window = landmarksOf(app)
  table = phoneTable(app.page)
  shown = runShown(app.page)
  sent = await recordServiceCalls(app)
  await operator.press(session.explore)
  await operator.goTo('phones')
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

/** The regions in turn, and every username only once. */
function longList(): string {
  const lines = Array.from({ length: size }, (_, index) => {
    const mac = (0x0004f2000000 + index).toString(16).toUpperCase().padStart(12, '0')
    const hardwareId = mac.match(/../g)?.join('-')
    return `phone${String(index + 1).padStart(4, '0')}@contoso.com,${hardwareId},${regions[index % 3]}`
  })
  return ['Username,HardwareId,Region', ...lines, ''].join('\r\n')
}

const firstRows = async (): Promise<readonly number[]> => (await table.inSight()).map(({ row }) => row)
const filter = () => app.page.getByRole('searchbox', { name: phones.filter })
/** What the strip says of a region that has as many batches open as it may. */
const atWork = (region: Region): readonly string[] =>
  Array.from({ length: 8 }, (_, ended) => run.strip.region(region, ended, 10, 3, 7 - ended, 0))

/**
 * Says what was seen, for bare times tell little, and holds it to a budget in ms: for the longest task of the
 * page, and twice that from one frame to the next, for others use the processor as well.
 */
function expectSmooth(what: string, frames: Frames, budget: number): void {
  const { watched, longestGap, mostRows, longTasks } = frames
  const longest = longTasks.toSorted((a, b) => b - a).slice(0, 5)
  console.log(
    `${what}: ${frames.frames} frames in ${watched} ms, longest gap ${longestGap} ms, ` +
      `${longTasks.length} tasks over 50 ms (${longest.join(', ')}), at most ${mostRows} rows in the document`,
  )
  expect(mostRows).toBeLessThanOrEqual(80)
  expect(Math.max(0, ...longTasks)).toBeLessThan(budget)
  expect(longestGap).toBeLessThan(2 * budget)
}

describe('a list of 3,000 phones', () => {
  test('opens with a handful of rows in the document, whatever is scrolled to', async () => {
    await window.browse(join(folder, name))
    await window.listName(name).waitFor()
    await table.chip('ready', size).waitFor()
    endWatch = await watchFrames(app.page)
    await table.grid.hover()

    for (const [wheel, row] of [
      [32 * 1000, 1010],
      [32 * 10_000, 3001],
      [-32 * 10_000, 2],
    ] as const) {
      await app.page.mouse.wheel(0, wheel)
      await table.row(row).waitFor()
    }
    expectSmooth('Scrolling 3,000 rows', await endWatch(), 300)
    expect(await table.grid.getAttribute('aria-rowcount')).toBe(String(size + 1))
  })

  test('is walked from end to end with the keyboard', async () => {
    await table.cell(2, 'username').click()
    await app.page.keyboard.press('Control+End')
    await table.row(3001).waitFor()
    await app.page.keyboard.press('Control+Home')
    await table.row(2).waitFor()
    await app.page.keyboard.press('PageDown')
    await app.page.keyboard.press('PageDown')
    await table.row(2).waitFor({ state: 'detached' })

    // The row that has the keyboard is in sight.
    const selected = table.grid.getByRole('row', { selected: true })
    expect(await selected.evaluate((row) => row.contains(document.activeElement))).toBe(true)
  })

  test('is confirmed region by region, and the queue is explained before it starts', async () => {
    await window.tool(phones.bulkSignIn).click()
    await window.dialog.getByRole('heading', { name: run.confirm.title(size) }).waitFor()

    for (const region of regions)
      expect(await window.dialog.getByText(run.confirm.regionLine(region, 1000, 10)).isVisible()).toBe(true)
    expect(await window.dialog.getByText(run.confirm.queueNote).isVisible()).toBe(true)
    await window.dialog.getByRole('checkbox').check()
  })
})

describe('while 3,000 phones are signed in', () => {
  test('all three regions are at work at once, and it says why the rest waits', async () => {
    const endStart = await watchFrames(app.page)
    await window.dialog.getByRole('button', { name: run.confirm.start(size) }).click()
    await window.strip.waitFor()
    // The whole list goes to main, and comes back as a run.
    expectSmooth('Starting 3,000 phones', await endStart(), 600)
    endWatch = await watchFrames(app.page)
    await expect
      .poll(
        async () => {
          const said = await operator.readStrip()
          return regions.every((region) => atWork(region).some((line) => said.includes(line)))
        },
        { timeout: 10_000 },
      )
      .toBe(true)
    await window.strip.getByText(run.strip.queueWhy).waitFor()

    await window.showTab(words.panel.counted(words.panel.batches, 30))
    const queued = window.panel.getByRole('row').filter({ hasText: run.batches.queued })
    expect(await queued.first().isVisible()).toBe(true)
  })

  test('rows are filtered as one types', async () => {
    await filter().pressSequentially('phone2')
    await expect.poll(firstRows).toEqual(expect.arrayContaining([2001, 2002, 2003]))
    await table.grid.getByText('phone0001@contoso.com').waitFor({ state: 'detached' })
    await window.strip.waitFor()
    await filter().fill('')
    await table.row(2).waitFor()
  })

  test('rows are sorted, and stay sorted while they change', async () => {
    await table.head('username').click()
    await table.head('username').click()
    await table.row(3001).waitFor()
    expect(await table.head('username').getAttribute('aria-sort')).toBe('descending')
    expect((await firstRows()).slice(0, 3)).toEqual([3001, 3000, 2999])

    await table.head('status').click()
    await table.row(3001).waitFor({ state: 'detached' })
    await table.head('row').click()
    await table.row(2).waitFor()
  })

  test('another list can be read beside it, which cannot be started meanwhile', async () => {
    await window.browse(messy)
    await window.listName('messy.csv').waitFor()
    await operator.chooseRegion('EMEA')
    const start = window.tool(phones.bulkSignIn)
    expect(await start.isDisabled()).toBe(true)
    await start.focus()
    await app.page.getByRole('tooltip').getByText(phones.why.underWay).waitFor()

    await window.tool(phones.showRun).click()
    await window.strip.waitFor()
  })

  test('the results so far can be exported', async () => {
    const file = join(folder, 'so far.csv')
    await app.answerSaveDialog(file)
    await app.page.keyboard.press('Control+e')
    await window.messages.getByText(run.exported(file)).waitFor()

    const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + size)
    await window.messages.getByRole('button').click()
  })

  test('the window stays smooth until the last phone', { timeout: 180_000 }, async () => {
    await window.strip.getByRole('button', { name: run.strip.failedFirst }).waitFor({ timeout: 120_000 })
    expectSmooth('Signing in 3,000 phones', await endWatch(), 300)
  })

  test('every phone has its result, and no batch was sent twice', async () => {
    const state = await shown.until('finished')
    const counts = countPhones(state)
    expect(counts['signed in'] + counts.failed).toBe(size)
    await window.strip.getByText(run.strip.finished(counts['signed in'], size)).waitFor()
    await table.chip('signed in', counts['signed in']).waitFor()

    const batches = batchesSent(await sent())
    expect(batches).toHaveLength(30)
    const asked = batches.flatMap(({ body }) => JSON.parse(body)).map(({ hardwareId }) => hardwareId)
    expect(new Set(asked).size).toBe(size)
  })

  test('no region ever had more than three batches open, and each had three', async () => {
    const most = new Map<string, number>()
    let state: RunState | undefined
    for (const event of await shown.events()) {
      state = reduceRun(state, event)
      for (const region of regions) {
        const open = state.batches.filter(
          (batch) => batch.region === region && (batch.stage === 'submitting' || batch.stage === 'open'),
        )
        most.set(region, Math.max(most.get(region) ?? 0, open.length))
      }
    }

    expect([...most.values()]).toEqual(regions.map(() => maxOpenBatchesPerRegion))
  })
})
