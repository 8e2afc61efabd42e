import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resultFile } from '../../src/shared/run/result-file.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { text } from '../../src/shared/text/index.ts'
import { bigList } from '../support/big-list.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { axeViolations } from './support/axe.ts'
import { copiedBy } from './support/copied-by.ts'
import { type HistoryOnScreen, historyPage } from './support/history-page.ts'
import { type Keyboard, keyboardAt } from './support/keyboard.ts'
import { launchApp } from './support/launch-app.ts'
import { keepScreen } from './support/looks.ts'
import { startButton } from './support/operator.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'
import { besidesApp } from './support/service-address.ts'

const { history: words, run, session } = text.window

let ui: PhonesWindow
let past: HistoryOnScreen
let folder: string
let first: RunState
let second: RunState
let foreign: string
let somebodyElse: Awaited<ReturnType<typeof besidesApp>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'))
  ui = phonesWindow(await launchApp({ args: ['--speed=10000'] }))
  past = historyPage(ui.page)
  somebodyElse = await besidesApp(ui.app)
})
afterAll(async () => {
  await ui.app.close()
  await removeFolder(folder)
})

const elsewhere = Array.from({ length: 12 }, (_, index) => ({
  userName: `colleague${index}@contoso.com`,
  hardwareId: `00-90-8F-00-01-${String(index).padStart(2, '0')}`,
}))

async function signIn(list: string, count: number, from: number): Promise<RunState> {
  await ui.startRun(await bigList(join(folder, list), count, from), count, 'NOAM')
  return ui.shown.until('finished')
}

const batchIds = ({ batches }: RunState): readonly string[] =>
  batches.flatMap(({ batchId }) => (batchId === undefined ? [] : [batchId]))
const rowOf = (grid: Locator, words: string): Locator => past.rowsOf(grid).filter({ hasText: words })
const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

test('before any run, the page says what will be there', async () => {
  await past.open()
  await ui.page.getByText(words.runs.empty.title).waitFor()
  await past.showTab('batches')
  await ui.page.getByText(words.batchHistory.signedOut.title).waitFor()
})

test('two lists are signed in, and somebody else makes a batch', async () => {
  await ui.press(session.explore)
  await ui.page.getByText(words.batchHistory.empty.title).waitFor()
  await ui.goTo('phones')
  first = await signIn('phones-20.csv', 20, 0)
  second = await signIn('phones-120.csv', 120, 1000)
  const made = await (await somebodyElse()).createBatch('APAC', elsewhere)
  if (!made.ok) throw new Error(made.failure.kind)
  foreign = made.value.batchId
})

test('the runs of this computer stand there with how they ended, the latest first', async () => {
  await past.open()
  await past.showTab('runs')
  await past.untilRows(past.runs, 2)
  const rows = past.rowsOf(past.runs)
  for (const [index, state] of [second, first].entries()) {
    const said = await rows.nth(index).innerText()
    for (const fact of [
      state.listName,
      state.tenant.name,
      state.operator.username,
      session.simulatedBadge,
      text.run.ended(runEnd(state)),
      words.runs.state.finished,
    ])
      expect(said).toContain(fact)
  }
})

test('the batch history has their batches, and the one that was made elsewhere', async () => {
  await past.showTab('batches')
  await past.untilRows(past.batches, 4)
  for (const state of [first, second])
    for (const id of batchIds(state)) {
      const row = rowOf(past.batches, id)
      await row.getByText(state.listName).waitFor()
      expect(await row.getByText(words.batchHistory.elsewhere).count()).toBe(0)
    }
  await rowOf(past.batches, foreign).getByText(words.batchHistory.elsewhere).waitFor()

  await ui.page.getByRole('button', { name: `${words.batchHistory.elsewhere} 1` }).click()
  await past.untilRows(past.batches, 1)
  expect(await past.rowsOf(past.batches).innerText()).toContain(foreign)
})

test('the phones of a batch that was made elsewhere are shown, with what to do, and copied', async () => {
  await rowOf(past.batches, foreign)
    .getByRole('button', { name: /^Show phones/ })
    .click()
  await past.untilRows(past.phones, 12)
  await ui.spoken.getByText(words.batch.loaded(12)).waitFor({ state: 'attached' })
  const known = await bridgeOf(ui.page).value('history:batch', { batchId: foreign })
  const said = await past.rowsOf(past.phones).first().innerText()
  expect(said).toContain('colleague0@contoso.com')
  expect(said).toContain('00-90-8F-00-01-00')
  await keepScreen(ui.page, 'app-history-batch')
  expect(await axeViolations(ui.page)).toEqual([])

  const copy = ui.page.getByRole('button', { name: words.batch.copyPhones })
  const lines = (await copiedBy(ui.app, () => copy.click())).split('\r\n')
  expect(lines).toHaveLength(1 + 12 + 1)
  expect(lines[1]?.split('\t').slice(0, 2)).toEqual([known[0]?.username, known[0]?.hardwareId])
})

test('Esc puts the phones away, and the keyboard is at their batch', async () => {
  await ui.page.getByRole('button', { name: words.batch.close }).focus()
  await ui.page.keyboard.press('Escape')
  await past.phones.waitFor({ state: 'detached' })
  await expect.poll(() => hasFocus(rowOf(past.batches, foreign))).toBe(true)
})

test('a batch leads to its run', async () => {
  await ui.page.getByRole('button', { name: `${words.batchHistory.all} 4` }).click()
  const [id = ''] = batchIds(first)
  await rowOf(past.batches, id).getByText(first.listName).click()
  await expect.poll(() => hasFocus(rowOf(past.runs, first.listName))).toBe(true)
})

test('the first run is opened, said to be a past one, and exported', async () => {
  await rowOf(past.runs, first.listName).getByRole('button', { name: /^Open/ }).click()
  await ui.strip.getByText(first.listName).waitFor()
  await ui.spoken.getByText(`The run ${first.listName}`).waitFor({ state: 'attached' })
  expect(await ui.spoken.getByText(run.announce.started(20, 1)).count()).toBe(0)
  expect(await ui.shown.state()).toEqual(first)

  const file = join(folder, 'opened.csv')
  await ui.app.answerSaveDialog(file)
  await ui.tool(run.export).click()
  await ui.messages.getByText(run.exported(file)).waitFor()
  expect(await readFile(file, 'utf8')).toBe(resultFile(first))
})

test('a run is exported without being opened', async () => {
  await past.open()
  const file = join(folder, 'unopened.csv')
  await ui.app.answerSaveDialog(file)
  await rowOf(past.runs, second.listName)
    .getByRole('button', { name: /^Export/ })
    .click()
  await ui.messages.getByText(run.exported(file)).waitFor()
  expect(await readFile(file, 'utf8')).toBe(resultFile(second))
  expect((await ui.shown.state()).runId).toBe(first.runId)
})

test('the run in view is deleted: it goes to the recycle bin, and the page of phones shows the list', async () => {
  await rowOf(past.runs, first.listName)
    .getByRole('button', { name: /^Delete/ })
    .click()
  await ui.dialog.getByText(words.remove.bin).waitFor()
  await ui.dialog.getByText(words.remove.finishedBody).waitFor()
  await ui.dialog.getByRole('button', { name: words.remove.confirm, exact: true }).click()
  await ui.dialog.waitFor({ state: 'detached' })
  await past.untilRows(past.runs, 1)

  await ui.spoken.getByText('was deleted').waitFor({ state: 'attached' })
  await expect.poll(() => hasFocus(rowOf(past.runs, second.listName))).toBe(true)
  expect((await ui.app.desktop()).flatMap((one) => (one.act === 'trash' ? [one.path] : []))).toEqual([
    join(ui.app.userData, 'runs', `${first.runId}.jsonl`),
  ])
  const left = await readdir(join(ui.app.userData, 'runs'))
  expect(left.filter((name) => name.endsWith('.jsonl'))).toEqual([`${second.runId}.jsonl`])
  expect(await ui.shown.events()).toEqual([])

  await past.showTab('batches')
  const [id = ''] = batchIds(first)
  await rowOf(past.batches, id).getByText(words.batchHistory.elsewhere).waitFor()
  await ui.goTo('phones')
  await ui.listName('phones-120.csv').waitFor()
  expect(await ui.strip.count()).toBe(0)
  await ui.tool(startButton()).waitFor()
})

test('with the keyboard alone a run is found, asked about, kept, and opened', async () => {
  const keyboard: Keyboard = await keyboardAt(ui.page)
  const pages = ui.page.getByRole('navigation')
  await keyboard.goTo(pages.getByRole('button', { name: words.title }), 'Shift+Tab')
  await keyboard.press('Enter')
  const tab = ui.page.getByRole('tab', { name: words.tabs.batches })
  await keyboard.goTo(tab)
  await keyboard.press('ArrowLeft')
  const row = rowOf(past.runs, second.listName)
  await keyboard.goTo(row)
  await keyboard.press('Delete')
  await ui.dialog.waitFor()
  await keyboard.press('Escape')
  await ui.dialog.waitFor({ state: 'detached' })
  await keyboard.expectFocus()
  expect(await hasFocus(row)).toBe(true)
  await keyboard.press('Enter')
  await ui.strip.getByText(second.listName).waitFor()
  await keyboard.expectFocus()
  expect(await keyboard.pointerUses()).toBe(0)
  expect(await ui.shown.state()).toEqual(second)
})

test('what the simulated tenant did is still marked once the simulation was left: table, title, export, report, history', async () => {
  await ui.press(session.leaveSimulation)
  await ui.page.getByRole('complementary', { name: session.simulatedBadge }).waitFor({ state: 'detached' })
  await ui.goTo('phones')
  await ui.strip.getByText(text.run.ended(runEnd(second))).waitFor()
  expect(text.run.ended(runEnd(second))).toMatch(/^Simulated: /)
  await ui.page.getByRole('columnheader', { name: text.window.table.simulatedResult }).waitFor()

  const file = join(folder, 'left.csv')
  await ui.app.answerSaveDialog(file)
  await ui.tool(run.export).click()
  await ui.messages.getByText(run.exported(file)).waitFor()
  expect((await readFile(file, 'utf8')).split('\r\n')[1]).toMatch(/,yes$/)

  await past.open()
  const row = rowOf(past.runs, second.listName)
  await row.getByText(session.simulatedBadge, { exact: true }).waitFor()
  await row.getByText(text.run.ended(runEnd(second))).waitFor()
  const report = join(folder, 'report.html')
  await ui.app.answerSaveDialog(report)
  const button = row.getByRole('button', { name: /^Report of/ })
  await button.focus()
  await ui.page.keyboard.press('Enter')
  await ui.dialog.waitFor()
  await ui.page.keyboard.type('Main Street 1')
  await ui.page.keyboard.press('Tab')
  await ui.page.keyboard.press('Tab')
  await ui.page.keyboard.press('Tab')
  await ui.page.keyboard.press('Enter')
  await ui.messages.getByText(run.exported(report)).waitFor()
  await ui.dialog.waitFor({ state: 'detached' })
  expect(await hasFocus(button)).toBe(true)
  const page = await readFile(report, 'utf8')
  for (const words of ['Main Street 1', text.report.simulated, text.report.phones.title(120)])
    expect(page).toContain(words)
})
