import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PhoneState, RunState } from '../../src/shared/run/run-state.ts'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { tableUnder } from '../support/report-table.ts'
import { sample } from '../support/sample.ts'
import { copiedBy } from './support/copied-by.ts'
import { manyPhonesText } from './support/example-lists.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { launchSimulated, type SimulatedWindow } from './support/phones-window.ts'
import { batchesSent } from './support/service-calls.ts'

const { history, phones, run, table: words } = text.window
const { signIn } = phones

let ui: SimulatedWindow
let folder: string
/** The runs that were started, in their order. */
const runs: RunState[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'table-'))
  ui = await launchSimulated(10_000)
})
afterAll(async () => {
  await ui.app.close()
  await removeFolder(folder)
})

const press = (key: string): Promise<void> => ui.page.keyboard.press(key)
const editor = (column: 'username' | 'hardwareId', row: number) =>
  ui.table.grid.getByRole('textbox', { name: words.editing.label(words.columns[column], row) })
const bar = () => ui.page.getByRole('region', { name: words.select.name })

/** Agrees to what the open question asks, and answers the run once it is through. */
async function agree(count: number): Promise<RunState> {
  const before = runs.at(-1)?.runId
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(count) }).click()
  const state = await ui.shown.untilNextFinished(before)
  runs.push(state)
  return state
}

/** Scrolls to a row of the list in file order, and answers a cell of it. */
async function cellOf(row: number, column: 'select' | 'username' | 'hardwareId' | 'status') {
  await ui.table.grid.evaluate((grid, top) => grid.scrollTo(0, top), (row - 5) * 32)
  return ui.table.cell(row, column)
}

async function edit(row: number, column: 'username' | 'hardwareId', value: string): Promise<void> {
  await (await cellOf(row, column)).dblclick()
  await editor(column, row).fill(value)
  await press('Enter')
}

const failedOf = ({ phones }: RunState): readonly PhoneState[] =>
  phones.filter(({ status }) => status === 'failed')

async function journals(): Promise<ReadonlyMap<string, string>> {
  const directory = join(ui.app.userData, 'runs')
  const files = (await readdir(directory)).filter((file) => file.endsWith('.jsonl'))
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(directory, file), 'utf8')] as const),
    ),
  )
}

async function exported(name: string, button: string): Promise<readonly string[]> {
  const file = join(folder, name)
  await ui.app.answerSaveDialog(file)
  await ui.tool(button).click()
  await ui.messages.getByText(run.exported(file)).waitFor()
  return (await readFile(file, 'utf8')).trimEnd().split('\r\n').slice(1)
}

describe('a list of 150 phones, one of them wrong', () => {
  test('five are signed in first, with two clicks and a tick, and nothing else is sent', async () => {
    const lines = (await readFile(sample('phones-300.csv'), 'utf8')).split(/\r?\n/)
    const wrong = lines
      .slice(0, 151)
      .map((line, at) => (at === 9 ? line.replace(/[^,;]*$/, '4.00E+11') : line))
    const file = join(folder, 'phones.csv')
    await writeFile(file, wrong.join('\r\n'))
    await ui.openList(file)
    await ui.chooseRegion('NOAM')
    await ui.tool(signIn.all(149)).waitFor()
    await ui.tool(signIn.firstFew(5)).click()
    await ui.dialog.getByText(run.confirm.notChosen(145)).waitFor()
    const first = await agree(5)

    expect(first.phones.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
    const [batch] = batchesSent(await ui.sent())
    expect(JSON.parse(batch?.body ?? '[]')).toHaveLength(5)
    await ui.table.chip('ready', 144).waitFor()
  })

  test('then the others, and none of the five again', async () => {
    const again = runs.flatMap(failedOf)
    await ui.tool(signIn.others(144 + again.length)).click()
    await agree(144 + again.length)

    const sent = batchesSent(await ui.sent()).flatMap(({ body }) => JSON.parse(body))
    expect(new Set(sent.map(({ hardwareId }) => hardwareId)).size).toBe(149)
    expect(sent).toHaveLength(149 + again.length)
    // The table has the rows of both runs, each as it stands.
    const rows = await ui.table.all()
    const standing = new Map<number, keyof typeof words.status>([[10, 'left out']])
    for (const { row, status } of runs.flatMap((one) => one.phones)) standing.set(row, status)
    expect(rows.map(({ row, status }) => [row, status])).toEqual(
      [...standing].toSorted(([a], [b]) => a - b).map(([row, status]) => [row, words.status[status]]),
    )
  })

  test('the results of both runs have every row once, and those of selected rows are these alone', async () => {
    const all = await exported('all.csv', run.export)
    expect(all).toHaveLength(150)
    expect(all.filter((line) => line.includes(',signed in,'))).toHaveLength(
      runs.flatMap((one) => one.phones).filter(({ status }) => status === 'signed in').length,
    )

    await (await cellOf(3, 'select')).click()
    await ui.table.cell(7, 'select').click({ modifiers: ['Shift'] })
    await bar().getByText(words.select.selected(5)).waitFor()
    expect(await exported('five.csv', run.exportSelected(5))).toEqual(all.slice(1, 6))
    await bar().getByRole('button', { name: words.select.clear }).click()
    await bar().waitFor({ state: 'detached' })
  })

  test('two failed rows and the one that was left out are corrected, and signed in with the other failed ones', async () => {
    const failed = failedOf(runs[1] ?? expect.fail())
    const [one, another] = failed
    if (!one || !another) throw new Error('Too few phones failed')
    const before = await journals()
    await edit(one.row, 'username', 'corrected.one@contoso.com')
    await edit(another.row, 'username', 'corrected.two@contoso.com')
    // The details of the row lead into its cell.
    await (await cellOf(10, 'status')).click()
    await ui.showTab(words.panel.details)
    await ui.panel.getByRole('button', { name: words.details.correct }).click()
    await editor('hardwareId', 10).fill('00-04-F2-81-99-01')
    await press('Enter')
    expect(await journals()).toEqual(before)

    await ui.tool(signIn.again(3, failed.length - 2)).click()
    const third = await agree(failed.length + 1)
    expect(third.retryOf).toBe(runs[1]?.runId)
    expect(third.phones.map(({ row }) => row)).toEqual(
      [...failed.map(({ row }) => row), 10].toSorted((a, b) => a - b),
    )
    const usernames = third.phones.map(({ username }) => username)
    expect(usernames).toEqual(
      expect.arrayContaining(['corrected.one@contoso.com', 'corrected.two@contoso.com']),
    )
    // Nothing of what the runs before have recorded is another.
    const after = await journals()
    for (const [file, said] of before) expect(after.get(file)).toBe(said)
    expect(await exported('after.csv', run.export)).toHaveLength(150)
  })

  test('Ctrl+Z takes back what was corrected, but for the rows that are signed in by now; Ctrl+Y makes it again', async () => {
    const rowOf = (username: string): PhoneState | undefined =>
      runs[2]?.phones.find((phone) => phone.username === username)
    const corrected = ['corrected.one@contoso.com', 'corrected.two@contoso.com'].flatMap(
      (name) => rowOf(name) ?? [],
    )
    expect(corrected).toHaveLength(2)
    await (await cellOf(2, 'username')).click()
    for (let turn = 0; turn < 4; turn++) await press('Control+z')
    for (const { row, username, status } of corrected) {
      const cell = await cellOf(row, 'username')
      if (status === 'signed in') expect(await cell.textContent()).toBe(username)
      else await expect.poll(() => cell.textContent()).not.toBe(username)
    }
    for (let turn = 0; turn < 4; turn++) await press('Control+y')
    for (const { row, username } of corrected)
      await expect.poll(async () => (await cellOf(row, 'username')).textContent()).toBe(username)
  })

  test('the rows of one reason are selected and tried again', async () => {
    await ui.showTab(words.panel.counted(words.panel.failures, failedOf(runs[2] ?? expect.fail()).length))
    await ui.panel.getByRole('button', { name: run.failures.show }).first().click()
    const shown = await ui.table.all()
    await ui.table.grid.evaluate((grid) => grid.scrollTo(0, 0))
    await ui.table.cell(shown[0]?.row ?? 0, 'username').click()
    await press('Control+a')
    await bar()
      .getByRole('button', { name: words.select.retry(shown.length) })
      .click()
    const fourth = await agree(shown.length)

    expect(fourth.phones.map(({ row }) => row)).toEqual(shown.map(({ row }) => row))
    expect(fourth.retryOf).toBe(runs[2]?.runId)
  })

  test('a phone that is signed in is asked about where somebody selects it, and signed in again only on purpose', async () => {
    const [phone] = runs[1]?.phones.filter(({ status }) => status === 'signed in') ?? []
    if (!phone) throw new Error('No phone is signed in')
    const sentBefore = batchesSent(await ui.sent()).length
    await ui.table.chip('all', 150).click()
    await (await cellOf(phone.row, 'select')).click()
    await ui.tool(signIn.selected(1)).click()
    await ui.dialog.getByRole('radio', { name: run.confirm.signedIn.leave(1) }).check()
    await ui.dialog.getByRole('heading', { name: run.confirm.nothingToDoTitle }).waitFor()
    await ui.dialog.getByRole('radio', { name: run.confirm.signedIn.include(1) }).check()
    const again = await agree(1)

    expect(again.phones.map(({ row }) => row)).toEqual([phone.row])
    expect(batchesSent(await ui.sent())).toHaveLength(sentBefore + 1)
  })
})

/** Saves the report about all runs of the list, from the dialog that is open or opens. */
async function savedReport(format: 'pdf' | 'html'): Promise<Buffer> {
  const file = join(folder, `report.${format}`)
  await ui.app.answerSaveDialog(file)
  await ui.tool(run.moreResults).click()
  await ui.page.getByRole('menuitem', { name: run.report }).click()
  await ui.dialog.getByRole('textbox', { name: history.report.site }).fill('North & South')
  await ui.dialog.getByRole('button', { name: history.report.save[format] }).click()
  await ui.messages.getByText(run.exported(file)).waitFor()
  await ui.dialog.waitFor({ state: 'detached' })
  return readFile(file)
}

describe('the report about all of these runs', () => {
  test('says of each phone what the export says of it', async () => {
    const rows = await exported('final.csv', run.export)
    const cells = Papa.parse<string[]>(rows.join('\r\n')).data
    const page = (await savedReport('html')).toString()
    expect(page).toContain('North &#38; South')
    expect(page).not.toContain('<script')
    const shown = tableUnder(page, text.report.phones.title(150)).map(
      ([, username, hardwareId, region, status = '', , result]) =>
        [username, hardwareId, status.slice(2).toLowerCase(), result, region] as const,
    )
    expect(cells).toHaveLength(150)
    expect(shown.toSorted(byDevice)).toEqual(cells.map((row) => row.slice(0, 5)).toSorted(byDevice))
  })

  test('is a PDF, too, with each phone, and simulated on every page', async () => {
    const { totalPages, text: pages } = await extractText(new Uint8Array(await savedReport('pdf')))
    expect(totalPages).toBeGreaterThan(2)
    for (const [place, page] of pages.entries()) {
      expect(page, `page ${place + 1}`).toContain(text.report.simulated)
      expect(page, `page ${place + 1}`).toContain(`${place + 1} / ${totalPages}`)
    }
    const all = pages.join(' ').replaceAll(/\s/g, '')
    for (const { hardwareId } of runs.flatMap(({ phones }) => phones)) expect(all).toContain(hardwareId)
    expect(all).toContain('North&South')
  })
})

const byDevice = (one: readonly (string | undefined)[], other: readonly (string | undefined)[]): number =>
  `${one[1]}`.localeCompare(`${other[1]}`)

describe('a list of 3,000 phones', () => {
  test('is copied with Ctrl+A and one button: a heading and 3,000 lines', async () => {
    const file = join(folder, 'phones-3000.csv')
    await writeFile(file, manyPhonesText(3000, true))
    await ui.openList(file)
    await ui.table.cell(2, 'username').click()
    await press('Control+a')
    await bar().getByText(words.select.selected(3000)).waitFor()
    const copied = await copiedBy(ui.app, () => bar().getByRole('button', { name: words.rows.copy }).click())

    const lines = copied.trimEnd().split('\r\n')
    expect(lines).toHaveLength(3001)
    // Only those in sight are in the document.
    expect((await ui.table.inSight()).length).toBeLessThanOrEqual(80)
    expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['Row', 'Username', 'Hardware ID'])
    expect(lines.at(-1)).toMatch(/^3001\tphone3000@contoso\.com\t/)
  })

  test('a change that is in no file is asked about when the window closes, until the list is saved', async () => {
    await edit(2, 'username', 'changed@contoso.com')
    await expect.poll(() => ui.table.cell(2, 'username').textContent()).toBe('changed@contoso.com')
    // Main has heard of it by then.
    await bridgeOf(ui.page).value('settings:get')
    const asked = async () => (await ui.app.desktop()).filter(({ act }) => act === 'message-box').length
    await ui.app.answerMessageBox(0)
    await ui.app.closeWindow()
    await expect.poll(asked).toBe(1)

    const file = join(folder, 'saved.csv')
    await ui.app.answerSaveDialog(file)
    await press('Control+s')
    await ui.messages.getByText(run.exported(file)).waitFor()
    const saved = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
    expect(saved).toHaveLength(3001)
    expect(saved[1]).toContain('changed@contoso.com')
    await ui.app.closeWindow()
    // A question would be answered by going back.
    expect(await ui.app.exited).toBe(0)
  })
})
