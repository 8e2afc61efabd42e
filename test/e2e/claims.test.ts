import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type NumberedPhone, phonesFrom } from '../support/terminals.ts'
import { historyPage } from './support/history-page.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesDesk, phonesDesk } from './support/phones-desk.ts'

const { phones, run } = text.window

/** The fourth submission is turned away for an hour, so that its batch waits. */
const noFourth: Faults = ({ path, nth }) =>
  path.endsWith('/createbatch') && nth === 4 ? { kind: 'throttled', retryAfterSeconds: 3600 } : undefined

let microsoft: MicrosoftOnLoopback
let desk: PhonesDesk
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claims-lists-'))
  microsoft = await startMicrosoft(200, noFourth)
  desk = phonesDesk(await microsoft.launch())
  const signingIn = bridgeOf(desk.page).invoke('session:sign-in', { way: 'browser' })
  await signInAs(desk.app, oslo)
  await signingIn
})
afterEach(async () => {
  await desk.app.close()
  await microsoft.close()
  await removeFolder(folder)
})

async function list(name: string, of: readonly NumberedPhone[]): Promise<string> {
  const file = join(folder, name)
  const lines = of.map(({ username, hardwareId }) => `${username},${hardwareId}`)
  await writeFile(file, ['Username,HardwareId', ...lines, ''].join('\r\n'))
  return file
}

/** Runs 400 phones and stops watching while the last 100 of them wait. */
async function stopWithQueue(): Promise<void> {
  await desk.startRun(await list('first.csv', phonesFrom(0, 400)), 400, 'NOAM')
  await expect
    .poll(async () => (await desk.shown.state()).batches.map(({ stage }) => stage))
    .toEqual(expect.arrayContaining(['waiting']))
  await desk.tool(run.stopWatching).click()
  await desk.strip.getByText(run.strip.stopped).waitFor()
}

async function askToStart(): Promise<void> {
  await desk.tool(phones.bulkSignIn).click()
  await desk.dialog.waitFor()
}

const acceptedOf = (of: readonly NumberedPhone[]): readonly number[] => {
  const taken = microsoft.service.ledger.batches.flatMap((batch) => batch.phones)
  return of.map(({ hardwareId }) => taken.filter((phone) => phone.hardwareId === hardwareId).length)
}

test('the question names the run that has some of the phones, leads there, and one click releases those that wait', async () => {
  await stopWithQueue()
  const waiting = phonesFrom(300, 100)
  const others = phonesFrom(1000, 20)
  await desk.openList(await list('second.csv', [...waiting, ...others]))
  await askToStart()
  await desk.dialog.getByRole('heading', { name: run.confirm.title(20) }).waitFor()
  await desk.dialog.getByText(run.confirm.claimed.lead(100)).waitFor()
  await desk.dialog.getByText(/first\.csv, .*: 100 waiting/).waitFor()

  await desk.dialog.getByRole('button', { name: /Show the run first\.csv/ }).click()
  const history = historyPage(desk.page)
  const [first] = await history.rowsOf(history.runs).all()
  await first?.getByText('first.csv').waitFor()
  await desk.dialog.waitFor({ state: 'detached' })

  await desk.goTo('phones')
  await askToStart()
  await desk.dialog.getByRole('checkbox').check()
  await desk.dialog.getByRole('button', { name: run.confirm.claimed.release(100) }).click()
  await desk.dialog.getByRole('heading', { name: run.confirm.title(120) }).waitFor()
  await desk.dialog.getByText(run.confirm.claimed.lead(100)).waitFor({ state: 'detached' })
  // What was agreed to was another number of accounts.
  expect(await desk.dialog.getByRole('checkbox').isChecked()).toBe(false)
  expect(acceptedOf(waiting)).toEqual(waiting.map(() => 0))

  await desk.dialog.getByRole('checkbox').check()
  await desk.dialog.getByRole('button', { name: run.confirm.start(120) }).click()
  await expect.poll(async () => (await desk.shown.state()).listName).toBe('second.csv')
  await desk.shown.until('finished')
  expect(acceptedOf([...phonesFrom(0, 400), ...others])).toEqual(Array.from({ length: 420 }, () => 1))

  await history.open()
  await desk.page.getByText(text.window.history.runs.tally['not sent'](100)).waitFor()
})

test('a list of which other runs have every phone cannot be started, and nothing is sent', async () => {
  await stopWithQueue()
  const sent = microsoft.service.ledger.calls.createbatch
  await desk.openList(await list('again.csv', phonesFrom(300, 100)))
  await askToStart()
  await desk.dialog.getByRole('heading', { name: run.confirm.nothingLeftTitle }).waitFor()
  expect(await desk.dialog.getByRole('checkbox').count()).toBe(0)
  expect(await desk.dialog.getByRole('button', { name: /^Sign in/ }).count()).toBe(0)
  expect(microsoft.service.ledger.calls.createbatch).toBe(sent)
})

test('a run that is resumed after its journal was put back sends nothing twice', async () => {
  await stopWithQueue()
  const { runId } = await desk.shown.state()
  const journal = join(microsoft.userData, 'runs', `${runId}.jsonl`)
  const events = (await desk.shown.events()).slice(0, -1)
  await desk.tool(run.watchAgain).click()
  await desk.dialog.getByRole('checkbox').check()
  await desk.dialog.getByRole('button', { name: run.confirm.start(100) }).click()
  await desk.shown.until('finished')
  expect(acceptedOf(phonesFrom(0, 400))).toEqual(Array.from({ length: 400 }, () => 1))
  await desk.app.close()

  await writeFile(journal, events.map((event) => `${JSON.stringify(event)}\n`).join(''))
  desk = phonesDesk(await microsoft.launch())
  await desk.page.getByRole('button', { name: text.window.unfinished.resume }).click()
  await desk.dialog.getByRole('checkbox').check()
  await desk.dialog.getByRole('button', { name: run.confirm.start(100) }).click()
  const finished = await desk.shown.until('finished')
  expect(countPhones(finished)).toMatchObject({ queued: 0, unknown: 0, 'not sent': 0 })
  expect(acceptedOf(phonesFrom(0, 400))).toEqual(Array.from({ length: 400 }, () => 1))
})
