import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Guidance, guidanceFor } from '../../src/shared/gateway/guidance.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { failedList, resultFile } from '../../src/shared/run/result-file.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import type { PhoneState, RunState } from '../../src/shared/run/run-state.ts'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'
import { historyPage } from './support/history-page.ts'
import { startButton } from './support/operator.ts'
import { bridgeOf } from './support/page-bridge.ts'
import type { SeenRow } from './support/phone-table.ts'
import { launchSimulated, type SimulatedWindow } from './support/phones-window.ts'
import { batchesSent } from './support/service-calls.ts'

const { frame, phones, run, table: words } = text.window

let ui: SimulatedWindow
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-job-'))
  ui = await launchSimulated(1000)
})
afterAll(async () => {
  await ui.app.close()
  await removeFolder(folder)
})

const press = (key: string): Promise<void> => ui.page.keyboard.press(key)
const type = (typed: string): Promise<void> => ui.page.keyboard.type(typed)
const editor = (column: 'username' | 'hardwareId', row: number): Locator =>
  ui.table.grid.getByRole('textbox', { name: words.editing.label(words.columns[column], row) })
/** What the check makes of each row. */
const checks = async (): Promise<Readonly<Record<number, string>>> =>
  Object.fromEntries((await ui.table.all()).map(({ row, status }) => [row, status]))
const { ready, warning, error } = words.status

describe('a list of which little is right', () => {
  test('issues stand on exactly the rows that deserve them', async () => {
    await ui.openList(sample('messy.csv'))
    const rows = await ui.table.all()

    expect(rows.map(({ row, status, invalid }) => [row, status, ...invalid])).toEqual([
      [2, error, 'hardwareId'],
      [3, ready],
      [4, error, 'username'],
      [5, ready],
      [6, error, 'username'],
      [7, error, 'hardwareId'],
      [8, error, 'hardwareId'],
      [10, error, 'hardwareId'],
      [11, error, 'hardwareId'],
      [12, ready],
    ])
    await ui.table.chip('all', 10).waitFor()
    await ui.table.chip('ready', 3).waitFor()
    await ui.table.chip('error', 7).waitFor()
  })

  test('each error names the value as it stands in the file, and the rows it clashes with', async () => {
    const said = new Map((await ui.table.all()).map(({ row, result }) => [row, result]))
    const named: readonly (readonly [number, ...string[]])[] = [
      [2, '0004.f281.24b3', 'row 7'],
      [4, 'café@contoso.com', 'é'],
      [6, 'desk, second floor'],
      [7, '00-04-F2-81-24-B3', 'row 2'],
      [8, '4.00E+11'],
      [10, '"00-04-F2-81-24"'],
      [11, '00-90-8F-00-00-01:1'],
    ]
    for (const [row, ...values] of named) for (const value of values) expect(said.get(row)).toContain(value)
  })

  test('what was cleaned or guessed is told in notes', async () => {
    const said = new Map((await ui.table.all()).map(({ row, result }) => [row, result]))
    expect(said.get(3)).toContain(' lobby@contoso.com ')
    expect(said.get(5)).toContain('00–04–F2–81–24–B6')
    expect(said.get(12)).toBe('')
    for (const note of [
      text.check.headerOtherName({ column: 'username', name: 'UPN' }),
      text.check.headerOtherName({ column: 'hardwareId', name: 'MAC Address' }),
      text.check.columnsUnused({ names: ['Notes'] }),
    ])
      await ui.panel.getByText(note).waitFor()
  })

  test('an issue leads to its row', async () => {
    await ui.panel.getByRole('button', { name: words.issues.goTo(4) }).click()

    await expect.poll(() => ui.table.row(4).getAttribute('aria-current')).toBe('true')
    expect(await ui.table.row(2).getAttribute('aria-current')).toBe(null)
  })

  test('a cell is edited in place with the keyboard, and checked as it is typed', async () => {
    await ui.table.cell(10, 'hardwareId').click()
    await press('F2')
    await editor('hardwareId', 10).waitFor()
    await type('00-04-F2-81-24')
    expect(await editor('hardwareId', 10).getAttribute('aria-invalid')).toBe('true')
    await type('-C0')
    await ui.table.grid.getByText(words.editing.fine).waitFor()
    expect(await editor('hardwareId', 10).getAttribute('aria-invalid')).toBe('false')
    await press('Enter')

    await expect.poll(checks).toMatchObject({ 10: ready, 11: error })
    await ui.table.chip('error', 6).waitFor()
    await ui.spoken.getByText(words.corrected(10)).waitFor({ state: 'attached' })
    expect(await focusedRow()).toBe(10)
  })

  test('Esc leaves a cell as it was', async () => {
    await ui.table.cell(6, 'username').click()
    await press('Enter')
    await editor('username', 6).fill('desk@contoso.com')
    await press('Escape')

    await editor('username', 6).waitFor({ state: 'detached' })
    expect(await ui.table.cell(6, 'username').textContent()).toContain('desk, second floor')
    expect(await checks()).toMatchObject({ 6: error })
  })

  test('a cell is edited with its pencil, or with two clicks', async () => {
    await ui.table.grid.getByRole('button', { name: words.edit(words.columns.username, 6) }).click()
    await editor('username', 6).fill('desk@contoso.com')
    await press('Enter')
    await expect.poll(checks).toMatchObject({ 6: ready })

    await ui.table.cell(4, 'username').dblclick()
    await editor('username', 4).fill('cafe@contoso.com')
    await press('Enter')
    await expect.poll(checks).toMatchObject({ 4: ready })
  })

  test('editing one of two rows with the same device mends both', async () => {
    await ui.table.cell(7, 'hardwareId').dblclick()
    await editor('hardwareId', 7).fill('0004.f281.24c7')
    await press('Enter')

    await expect.poll(checks).toMatchObject({ 2: ready, 7: ready })
    expect(await ui.table.cell(7, 'hardwareId').textContent()).toBe('00-04-F2-81-24-C7')
  })

  test('the offered fix is taken with one press, and what it brings to light is shown', async () => {
    await ui.panel.getByRole('button', { name: words.details.use('00-90-8F-00-00-01:001') }).click()

    // Row 12 has that port already.
    await expect.poll(checks).toMatchObject({ 11: error, 12: error })
    expect(await ui.table.cell(11, 'hardwareId').textContent()).toContain('00-90-8F-00-00-01:001')
    expect(await ui.table.cell(11, 'result').textContent()).toContain('row 12')
  })

  test('the last correction is undone, with the keyboard or the button', async () => {
    await press('Control+z')
    await expect.poll(checks).toMatchObject({ 11: error, 12: ready })
    expect(await ui.table.cell(11, 'hardwareId').textContent()).toContain('00-90-8F-00-00-01:1')
    await ui.spoken.getByText(phones.undone).waitFor({ state: 'attached' })

    await ui.tool(phones.undo).click()
    await expect.poll(checks).toMatchObject({ 2: error, 7: error })
  })

  test('once every cell is right, the whole list can be signed in, and a shared account is only a warning', async () => {
    for (const [row, value] of [
      [7, '00-04-F2-81-24-C7'],
      [8, '00-04-F2-81-24-C8'],
      [11, '00-90-8F-00-00-01:002'],
    ] as const) {
      await ui.table.cell(row, 'hardwareId').dblclick()
      await editor('hardwareId', row).fill(value)
      await press('Enter')
    }
    await ui.table.chip('error', 0).waitFor()
    await ui.table.chip('warning', 2).waitFor()
    expect(await checks()).toMatchObject({ 10: warning, 11: warning })
    await ui.page.getByText(phones.regionMissing(10)).waitFor()

    await ui.chooseRegion('EMEA')
    await ui.page.getByText(phones.readyToRun(10, 1)).waitFor()
  })

  test('all of this sends nothing but questions', async () => {
    expect((await ui.sent()).filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

describe('300 phones', () => {
  test('another list takes the place of the corrected one after a question; nothing starts before a region is chosen', async () => {
    await ui.page.getByLabel(phones.region, { exact: true }).selectOption(phones.chooseRegion)
    await ui.browse(sample('phones-300.csv'))
    await ui.dialog.getByRole('button', { name: phones.replace.keep('messy.csv') }).click()
    await ui.listName('messy.csv').waitFor()
    await ui.browse(sample('phones-300.csv'))
    await ui.dialog.getByRole('button', { name: phones.replace.open }).click()
    await ui.listName('phones-300.csv').waitFor()
    await ui.table.chip('ready', 300).waitFor()
    const start = ui.tool(startButton())
    expect(await start.isDisabled()).toBe(true)
    await start.focus()
    await ui.page.getByRole('tooltip').getByText(phones.why.noRegion).waitFor()

    await ui.chooseRegion('NOAM')
    expect(await start.isDisabled()).toBe(false)
  })

  test('the confirmation says what will happen, where and as whom', async () => {
    await ui.tool(startButton()).click()
    await ui.dialog.getByRole('heading', { name: run.confirm.title(300) }).waitFor()
    const state = await bridgeOf(ui.page).value('session:get')
    if (state.kind !== 'signed-in') throw new Error('Nobody is signed in')

    for (const fact of [
      state.tenant.name,
      state.tenant.id,
      state.operator.username,
      'phones-300.csv',
      run.confirm.regionLine('NOAM', 300, 3),
      run.confirm.simulatedTitle,
      run.confirm.simulatedBody(300),
      run.confirm.understoodSimulated(300),
    ])
      expect(await ui.dialog.getByText(fact).first().isVisible(), fact).toBe(true)
  })

  test('nothing is sent before the tick and the button, nor when it is cancelled', async () => {
    const start = ui.dialog.getByRole('button', { name: run.confirm.start(300) })
    expect(await start.isDisabled()).toBe(true)
    await ui.dialog.getByRole('checkbox').check()
    expect(await start.isDisabled()).toBe(false)
    await ui.dialog.getByRole('button', { name: frame.cancel }).click()
    await ui.dialog.waitFor({ state: 'detached' })

    expect(await ui.shown.events()).toEqual([])
    // The batch history is read before the question, and nothing else.
    expect((await ui.sent()).filter(({ method }) => method !== 'GET')).toEqual([])
    expect(await readdir(join(ui.app.userData, 'runs')).catch(() => [])).toEqual([])
    await ui.tool(startButton()).click()
    expect(await ui.dialog.getByRole('checkbox').isChecked()).toBe(false)
    await press('Escape')
    await ui.dialog.waitFor({ state: 'detached' })
  })

  let before: readonly SeenRow[]
  let rows: readonly SeenRow[]
  let first: RunState

  test('one press signs them in: three batches, each sent once', async () => {
    before = await ui.table.inSight()
    await ui.time.hold()
    await ui.signIn(300)
    await ui.tool(run.stopWatching).waitFor()
    await ui.time.goOn()
    first = await ui.shown.until('finished')

    const batches = batchesSent(await ui.sent())
    expect(batches.map(({ body }) => JSON.parse(body).length)).toEqual([100, 100, 100])
    expect(batches.every(({ path }) => path.endsWith('?TargetRegion=NOAM'))).toBe(true)
    const asked = batches.flatMap(({ body }) => JSON.parse(body)).map(({ hardwareId }) => hardwareId)
    expect(asked.toSorted()).toEqual(first.phones.map(({ hardwareId }) => hardwareId).toSorted())
  })

  test('each row shows how its phone fared', async () => {
    await ui.strip.getByText(text.run.ended(runEnd(first))).waitFor()

    rows = await ui.table.all()
    expect(rows.map(({ row, username, status }) => [row, username, status])).toEqual(
      first.phones.map(({ row, username, status }) => [row, username, words.status[status]]),
    )
  })

  test('rows turn green and red, never by colour alone', () => {
    const of = (status: string): readonly SeenRow[] => rows.filter((row) => row.status === status)
    const good = of(words.status['signed in'])
    const bad = of(words.status.failed)
    const looks = (some: readonly SeenRow[]): number =>
      new Set(some.map(({ background, icon }) => `${background} ${icon}`)).size
    expect([looks(good), looks(bad)]).toEqual([1, 1])
    const [green, red, neutral] = [good[0], bad[0], before[0]]
    if (!green || !red || !neutral) throw new Error('There are no such rows')

    const [goodRed = 0, goodGreen = 0, goodBlue = 0] = green.background
    expect(goodGreen).toBeGreaterThan(Math.max(goodRed, goodBlue))
    const [badRed = 0, badGreen = 0, badBlue = 0] = red.background
    expect(badRed).toBeGreaterThan(Math.max(badGreen, badBlue))
    expect(neutral.background).not.toEqual(green.background)
    expect(neutral.background).not.toEqual(red.background)
    expect(new Set([green.icon, red.icon, neutral.icon, '']).size).toBe(4)
    expect(new Set([green.status, red.status, neutral.status]).size).toBe(3)
  })

  test('the counts are those of the run', async () => {
    const counts = countPhones(first)
    expect(counts['signed in'] + counts.failed).toBe(300)
    await ui.table.chip('signed in', counts['signed in']).waitFor()
    await ui.table.chip('failed', counts.failed).waitFor()
    expect((await ui.app.desktop()).findLast(({ act }) => act === 'notification')).toEqual({
      act: 'notification',
      ...text.main.notices.finished('phones-300.csv', runEnd(first)),
    })
  })

  test('failed rows stand first on demand, and back in file order', async () => {
    const failed = failedOf(first)
    await ui.strip.getByRole('button', { name: run.strip.failedFirst }).click()
    await expect
      .poll(async () => (await ui.table.all()).slice(0, failed.length).map(({ row }) => row))
      .toEqual(failed.map(({ row }) => row))

    await ui.strip.getByRole('button', { name: run.strip.fileOrder }).click()
    await expect.poll(async () => (await ui.table.inSight())[0]?.row).toBe(2)
  })

  test("each reason is explained: the service's words, what to do, and whether a retry helps", async () => {
    await ui.strip.getByRole('button', { name: run.strip.why }).click()
    const reasons = byReason(first)
    await ui.panel.getByText(run.failures.lead(failedOf(first).length, reasons.length)).waitFor()
    const explained = ui.panel.getByRole('listitem')
    expect(await explained.count()).toBe(reasons.length)

    for (const { guidance, failed } of reasons) {
      const one = explained.filter({ hasText: guidance.remedy })
      const said = await one.textContent()
      expect(said).toContain(run.failures.phones(failed.length))
      expect(said).toContain(failed[0]?.result)
      expect(said).toContain(run.failures.retry[guidance.retry])
    }
    expect(new Set(reasons.map(({ guidance }) => guidance.retry)).size).toBe(3)
  })

  test('the rows of one reason are shown on demand', async () => {
    const reason = byReason(first).find(({ guidance }) => guidance.code === 'device-offline')
    const explained = ui.panel.getByRole('listitem').filter({ hasText: reason?.guidance.remedy ?? '' })
    await explained.getByRole('button', { name: run.failures.show }).click()

    const rows = reason?.failed.map(({ row }) => row) ?? []
    await expect.poll(async () => (await ui.table.all()).map(({ row }) => row)).toEqual(rows)
    await ui.table.chip('all', 300).click()
  })

  test('the details of a failed row say all of it, and the batch to ask Microsoft about', async () => {
    const [phone] = failedOf(first)
    if (!phone?.result) throw new Error('No phone failed')
    await ui.table.cell(phone.row, 'result').click()
    await ui.showTab(words.panel.details)

    const { panel } = ui
    await panel.getByText(words.details.row(phone.row), { exact: true }).waitFor()
    await panel.getByText(phone.result, { exact: true }).waitFor()
    await panel.getByText(guidanceFor(phone.result)?.remedy ?? '', { exact: true }).waitFor()
    const batchId = first.batches[phone.batch]?.batchId ?? ''
    await panel.getByRole('code').getByText(batchId, { exact: true }).waitFor()
  })

  test('the exported results are the run, byte by byte', async () => {
    const file = join(folder, 'results.csv')
    await ui.app.answerSaveDialog(file)
    await ui.tool(run.export).click()
    await ui.messages.getByText(run.exported(file)).waitFor()
    await ui.messages.getByRole('button', { name: frame.saved.open, exact: true }).click()
    await ui.messages.getByRole('button', { name: frame.saved.show }).click()
    const opened = async () => (await ui.app.desktop()).filter((act) => 'path' in act && act.path === file)
    await expect.poll(opened).toEqual([
      { act: 'open-path', path: file },
      { act: 'show-in-folder', path: file },
    ])

    const events = await ui.shown.events()
    const written = await readFile(file)
    expect(written.equals(Buffer.from(resultFile(stateAfter(events))))).toBe(true)
    const lines = written.toString().split('\r\n')
    expect(lines[0]).toBe('\uFEFFUsername,HardwareID,Status,Result,Region,BatchId,What to do,Time,Simulated')
    expect(lines).toHaveLength(1 + 300 + 1)
    const asked = (await ui.app.desktop()).findLast(({ act }) => act === 'save-dialog')
    expect(asked).toMatchObject({
      defaultPath: expect.stringMatching(/phones-300 simulated results .*\.csv$/),
    })
  })

  test('the failed rows are exported as a list that can be opened again', async () => {
    const file = join(folder, 'failed.csv')
    await ui.app.answerSaveDialog(file)
    await ui.tool(run.moreResults).click()
    await ui.page.getByRole('menuitem', { name: run.exportFailed }).click()
    await ui.messages.getByText(run.exported(file)).waitFor()
    expect(await readFile(file, 'utf8')).toBe(failedList(first))

    await ui.browse(file)
    await ui.listName('failed.csv').waitFor()
    const opened = (await ui.table.all()).map(({ username, hardwareId, region, status }) => [
      username,
      hardwareId,
      region,
      status,
    ])
    expect(opened).toEqual(
      failedOf(first).map(({ username, hardwareId, region }) => [username, hardwareId, region, ready]),
    )
    await ui.tool(phones.showLastRun).click()
    await ui.strip.waitFor()
  })

  test('retrying signs in only the failed ones, as a new run that names the first', async () => {
    const failed = failedOf(first)
    const before = batchesSent(await ui.sent()).length
    await ui.tool(run.retryFailed).click()
    await ui.dialog.getByRole('heading', { name: run.confirm.retryTitle(failed.length) }).waitFor()
    await ui.dialog.getByRole('checkbox').check()
    await ui.dialog.getByRole('button', { name: run.confirm.start(failed.length) }).click()
    const second = await ui.shown.untilNextFinished(first.runId)

    expect(second.retryOf).toBe(first.runId)
    expect(second.phones.map(({ row, hardwareId }) => [row, hardwareId])).toEqual(
      failed.map(({ row, hardwareId }) => [row, hardwareId]),
    )
    const batches = batchesSent(await ui.sent()).slice(before)
    expect(batches.map(({ body }) => JSON.parse(body).length)).toEqual([failed.length])
    // The simulated tenant lets a second try mend what time or a smaller batch can.
    const mended = failed.filter(({ result = '' }) => guidanceFor(result)?.retry !== 'after-fix')
    expect(countPhones(second)['signed in']).toBe(mended.length)
    await ui.strip.getByText(text.run.ended(runEnd(second))).waitFor()
    await ui.table.chip('all', failed.length).waitFor()
  })

  test('both runs are on disk, and the second names the first', async () => {
    const files = await readdir(join(ui.app.userData, 'runs'))
    const runs = files.filter((file) => file.endsWith('.jsonl'))
    const journals = await Promise.all(
      runs.map(async (file) => (await readFile(join(ui.app.userData, 'runs', file), 'utf8')).split('\n')),
    )
    const starts = journals.map(([line = '']) => JSON.parse(line))
    expect(starts.map(({ retryOf }) => retryOf).toSorted()).toEqual([first.runId, undefined])
  })

  test('retrying the first again, from History, leaves out what the second has signed in', async () => {
    const again = failedOf(first).filter(({ result = '' }) => guidanceFor(result)?.retry === 'after-fix')
    const signedIn = failedOf(first).length - again.length
    const past = historyPage(ui.page)
    await past.open()
    // The latest stands first.
    await past.rowsOf(past.runs).last().getByRole('button', { name: /^Open/ }).click()
    await expect.poll(async () => (await ui.shown.state()).runId).toBe(first.runId)
    await ui.tool(run.retryFailed).click()
    await ui.dialog.getByRole('heading', { name: run.confirm.retryTitle(again.length) }).waitFor()
    await ui.dialog.getByText(`${signedIn} of ${failedOf(first).length} failed phones`).waitFor()
    await ui.dialog.getByRole('checkbox').check()
    await ui.dialog.getByRole('button', { name: run.confirm.start(again.length) }).click()
    const third = await ui.shown.untilNextFinished(first.runId)

    expect(third.retryOf).toBe(first.runId)
    expect(third.phones.map(({ row }) => row)).toEqual(again.map(({ row }) => row))
  })
})

function stateAfter(events: readonly RunEvent[]): RunState {
  const state = replay(events)
  if (!state) throw new Error('There is no run')
  return state
}

const failedOf = ({ phones }: RunState): readonly PhoneState[] =>
  phones.filter(({ status }) => status === 'failed')

type Reason = { readonly guidance: Guidance; readonly failed: readonly PhoneState[] }

/** The failed phones of the run, by what is known of the service's message. */
function byReason(state: RunState): readonly Reason[] {
  const reasons = new Map<string, { guidance: Guidance; failed: PhoneState[] }>()
  for (const phone of failedOf(state)) {
    const guidance = guidanceFor(phone.result ?? '')
    if (!guidance) throw new Error(`Nothing is known of "${phone.result}"`)
    const { failed } = reasons.get(guidance.code) ?? { failed: [] }
    reasons.set(guidance.code, { guidance, failed: [...failed, phone] })
  }
  return [...reasons.values()]
}

/** The number of the row that has the keyboard. */
async function focusedRow(): Promise<number | undefined> {
  const rows = await ui.table.inSight()
  for (const { row } of rows)
    if (await ui.table.row(row).evaluate((element) => element.contains(document.activeElement))) return row
  return undefined
}
