import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { signedInAt } from '../../src/shared/run/why-words.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type NumberedPhone, phonesFrom } from '../support/terminals.ts'
import { historyPage } from './support/history-page.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { startButton } from './support/operator.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'
import { pressEscape } from './support/press-escape.ts'
import { nextDay } from './support/service-time.ts'

const { frame, phones, run, table: words } = text.window

const speed = 10_000
let microsoft: MicrosoftOnLoopback
let ui: PhonesWindow
let folder: string
/** This submission is turned away for ten days, so that its batch waits, however long the test takes. */
let turnedAway = 0
const turnOneAway: Faults = ({ path, nth }) =>
  path.endsWith('/createbatch') && nth === turnedAway
    ? { kind: 'throttled', retryAfterSeconds: 864_000 }
    : undefined

// One app and one service for all, with other phones in each test.

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claims-lists-'))
  microsoft = await startMicrosoft(speed, turnOneAway)
  ui = phonesWindow(await microsoft.launch())
  const signingIn = bridgeOf(ui.page).invoke('session:sign-in', { way: 'browser' })
  await signInAs(ui.app, oslo)
  await signingIn
})
afterAll(async () => {
  await ui.app.close()
  await microsoft.close()
  await removeFolder(folder)
})

async function list(name: string, of: readonly NumberedPhone[]): Promise<string> {
  const file = join(folder, name)
  const lines = of.map(({ username, hardwareId }) => `${username},${hardwareId}`)
  await writeFile(file, ['Username,HardwareId', ...lines, ''].join('\r\n'))
  return file
}

/** Runs 120 phones and stops watching while the last 60 of them wait. */
async function stopWithQueue(name: string, first: number): Promise<void> {
  turnedAway = microsoft.service.ledger.calls.createbatch + 2
  await ui.startRun(await list(name, phonesFrom(first, 120)), 120, 'NOAM')
  await expect
    .poll(async () => (await ui.shown.state()).batches.map(({ stage }) => stage))
    .toEqual(expect.arrayContaining(['waiting']))
  await ui.tool(run.stopWatching).click()
  await ui.strip.getByText(run.strip.stopped).waitFor()
}

async function askToStart(): Promise<void> {
  await ui.tool(startButton()).click()
  await ui.dialog.waitFor()
}

const acceptedOf = (of: readonly NumberedPhone[]): readonly number[] => {
  const taken = microsoft.service.ledger.batches.flatMap((batch) => batch.phones)
  return of.map(({ hardwareId }) => taken.filter((phone) => phone.hardwareId === hardwareId).length)
}

test('the question names the run that has the phones, leads there, and one click releases those that wait', async () => {
  await stopWithQueue('first.csv', 0)
  const waiting = phonesFrom(60, 60)
  const sent = microsoft.service.ledger.calls.createbatch
  await ui.openList(await list('again.csv', waiting))
  await askToStart()
  await ui.dialog.getByRole('heading', { name: run.confirm.nothingLeftTitle }).waitFor()
  expect(await ui.dialog.getByRole('checkbox').count()).toBe(0)
  expect(await ui.dialog.getByRole('button', { name: /^Sign in/ }).count()).toBe(0)
  expect(microsoft.service.ledger.calls.createbatch).toBe(sent)
  await pressEscape(ui.page)
  await ui.dialog.waitFor({ state: 'detached' })

  const others = phonesFrom(1000, 20)
  await ui.openList(await list('second.csv', [...waiting, ...others]))
  await askToStart()
  await ui.dialog.getByRole('heading', { name: run.confirm.title(20) }).waitFor()
  await ui.dialog.getByText(run.confirm.claimed.lead(60)).waitFor()
  await ui.dialog.getByText(/first\.csv, .*: 60 waiting/).waitFor()

  await ui.dialog.getByRole('button', { name: /Show the run first\.csv/ }).click()
  const history = historyPage(ui.page)
  const [first] = await history.rowsOf(history.runs).all()
  await first?.getByText('first.csv').waitFor()
  await ui.dialog.waitFor({ state: 'detached' })

  await ui.goTo('phones')
  await askToStart()
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.claimed.release(60) }).click()
  await ui.dialog.getByRole('heading', { name: run.confirm.title(80) }).waitFor()
  await ui.dialog.getByText(run.confirm.claimed.lead(60)).waitFor({ state: 'detached' })
  // What was agreed to was another number of accounts.
  expect(await ui.dialog.getByRole('checkbox').isChecked()).toBe(false)
  expect(acceptedOf(waiting)).toEqual(waiting.map(() => 0))

  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(80) }).click()
  await expect.poll(async () => (await ui.shown.state()).listName).toBe('second.csv')
  await ui.shown.until('finished')
  expect(acceptedOf([...phonesFrom(0, 120), ...others])).toEqual(Array.from({ length: 140 }, () => 1))

  await history.open()
  await ui.page
    .getByText(/60 were not sent/)
    .first()
    .waitFor()
})

test('a run that is resumed after its journal was put back sends nothing twice', async () => {
  await stopWithQueue('restored.csv', 2000)
  const { runId } = await ui.shown.state()
  const journal = join(microsoft.userData, 'runs', `${runId}.jsonl`)
  const events = (await ui.shown.events()).slice(0, -1)
  await ui.tool(run.watchAgain).click()
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(60) }).click()
  await ui.shown.until('finished')
  expect(acceptedOf(phonesFrom(2000, 120))).toEqual(Array.from({ length: 120 }, () => 1))
  await ui.app.close()

  await writeFile(journal, events.map((event) => `${JSON.stringify(event)}\n`).join(''))
  ui = phonesWindow(await microsoft.launch())
  await ui.page.getByRole('button', { name: text.window.unfinished.resume }).click()
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(60) }).click()
  const finished = await ui.shown.until('finished')
  expect(countPhones(finished)).toMatchObject({ queued: 0, unknown: 0, 'not sent': 0 })
  expect(acceptedOf(phonesFrom(2000, 120))).toEqual(Array.from({ length: 120 }, () => 1))
})

test('what a run has signed in is left out when its list is opened again the next day, until it is included, and is asked about then', async () => {
  const { signedIn } = phones
  const first = await list('phones.csv', phonesFrom(3000, 20))
  await ui.startRun(first, 20, 'NOAM')
  const counts = countPhones(await ui.shown.until('finished'))
  const before = counts['signed in']
  expect(before).toBeGreaterThan(1)
  const fresh = phonesFrom(3500, 6)
  const rest = 20 - before + 6

  onTestFinished(await nextDay(ui.app))
  microsoft.time.pass(24 * 60 * speed)
  await ui.openList(await list('phones.csv', [...phonesFrom(3000, 20), ...fresh]))
  await ui.page.getByText(signedIn.leftOut(before)).waitFor()
  const marks = ui.page.getByRole('row', { name: /Signed in (?!today).* by the run of phones\.csv/ })
  expect(await marks.count()).toBeGreaterThan(1)
  await askToStart()
  await ui.dialog.getByRole('heading', { name: run.confirm.title(rest) }).waitFor()
  await ui.dialog.getByText(run.confirm.signedIn.leftOut(before)).waitFor()
  await ui.dialog.getByRole('checkbox').check()

  await ui.dialog.getByRole('button', { name: signedIn.include(before) }).click()
  await ui.dialog.getByRole('heading', { name: run.confirm.title(26) }).waitFor()
  await ui.dialog.getByText(run.confirm.signedIn.included(before)).waitFor()
  // What was agreed to were other accounts.
  expect(await ui.dialog.getByRole('checkbox').isChecked()).toBe(false)
  await ui.dialog.getByRole('button', { name: signedIn.leaveOut(before) }).click()
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(rest) }).click()
  await expect.poll(async () => (await ui.shown.state()).phones.length).toBe(rest)
  const { leftOut } = await ui.shown.until('finished')
  expect(leftOut.map((row) => signedInAt(row) !== undefined)).toEqual(Array(before).fill(true))
  expect(acceptedOf(phonesFrom(3000, 20)).filter((times) => times === 1)).toHaveLength(before)

  // What no run of this computer tells any more, the batch history does, for a day.
  const { runs } = await bridgeOf(ui.page).value('history:runs')
  for (const { runId } of runs) await bridgeOf(ui.page).value('run:delete', { runId })
  const sent = microsoft.service.ledger.calls.createbatch
  await ui.openList(await list('phones.csv', [...fresh, ...phonesFrom(3700, 1)]))
  await askToStart()
  await ui.dialog
    .getByText(/^Batch .+, submitted elsewhere: \d+ phones?$/)
    .first()
    .waitFor()
  await ui.dialog.getByText(/signed in during the last 7 days are left out/).waitFor()
  await ui.dialog.getByRole('button', { name: frame.cancel }).click()

  // One of these is signed in again on purpose, and no other.
  await ui.page
    .getByText(/^Signed in by batch .+ Left out:/)
    .first()
    .waitFor()
  const marked = (await ui.table.all()).filter(({ status }) => status === words.status['signed in'])
  expect(marked.length).toBeGreaterThan(0)
  const row = marked[0]?.row ?? 0
  await ui.table.cell(row, 'select').click()
  await ui.tool(phones.signIn.selected(1)).click()
  await ui.dialog.getByRole('radio', { name: run.confirm.signedIn.include(1) }).check()
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(1) }).click()
  await expect.poll(async () => (await ui.shown.state()).phones.length).toBe(1)
  expect((await ui.shown.until('finished')).phones.map((phone) => phone.row)).toEqual([row])
  expect(microsoft.service.ledger.calls.createbatch).toBe(sent + 1)
})
