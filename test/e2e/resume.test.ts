import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { stillToSubmit } from '../../src/shared/run/still-to-submit.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { bigList } from '../support/big-list.ts'
import { here } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'
import { type Keyboard, keyboardAt } from './support/keyboard.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'
import { watchFront } from './support/watch-front.ts'

// The service lives in this process: what happens to the app does not happen to it. One for all, with other phones in
// each test, which begins in the app that the one before leaves.

const { unconfirmed, frame, run, unfinished } = text.window
const { closing } = text.main

let microsoft: MicrosoftOnLoopback
let ui: PhonesWindow
let keyboard: Keyboard

async function launch(): Promise<void> {
  ui = phonesWindow(await microsoft.launch())
  keyboard = await keyboardAt(ui.page)
}

/** What goes wrong with the submissions from now on, counted from 1. */
let withSubmission: (nth: number) => ReturnType<Faults> = () => undefined
function fromNowOn(faults: typeof withSubmission): void {
  const before = microsoft.service.ledger.calls.createbatch
  withSubmission = (nth) => faults(nth - before)
}

let lists: string
const list = (name: string, phones: number, first: number) => bigList(join(lists, name), phones, first)

beforeAll(async () => {
  lists = await mkdtemp(join(tmpdir(), 'resume-'))
  microsoft = await startMicrosoft(10_000, ({ path, nth }) =>
    path.endsWith('/createbatch') ? withSubmission(nth) : undefined,
  )
  await launch()
  const signing = bridgeOf(ui.page).invoke('session:sign-in', { way: 'browser' })
  await signInAs(ui.app, oslo)
  await signing
})
afterAll(async () => {
  await ui.app.close()
  await microsoft.close()
  await removeFolder(lists)
})

const offer = () => ui.page.getByRole('region', { name: unfinished.name })
const signedIn = async () => countPhones(await ui.shown.state())['signed in']
const handedOver = (): number =>
  new Set(microsoft.service.ledger.batches.flatMap(({ phones }) => phones.map((phone) => phone.hardwareId)))
    .size
const created = (): number => microsoft.service.ledger.calls.createbatch

/** Ticks and confirms that the rest is submitted, with the keyboard alone. */
async function confirmRest(phones: number): Promise<void> {
  await keyboard.goTo(ui.dialog.getByRole('checkbox'))
  await keyboard.press('Space')
  await keyboard.goTo(ui.dialog.getByRole('button', { name: run.confirm.start(phones) }))
  await keyboard.press('Enter')
}

test('a second start brings the window to the front, and closing while watching asks: go on, or end and be offered the run again', async () => {
  const cameToFront = await watchFront(ui.app)
  // Playwright does not tell the exit code of an Electron that ended too early.
  await expect(microsoft.launch()).rejects.toThrow(
    here.standIn === undefined ? 'exit code 0' : 'ended before it had a window',
  )
  await expect.poll(cameToFront).toBe(true)
  expect(await ui.page.getByRole('navigation', { name: frame.navigation }).isVisible()).toBe(true)

  await microsoft.time.hold()
  await ui.startRun(await list('closed.csv', 100, 4000), 100, 'NOAM')
  await ui.app.answerMessageBox(0)
  await ui.app.closeWindow()
  await expect
    .poll(async () => (await ui.app.desktop()).filter(({ act }) => act === 'message-box'))
    .toHaveLength(1)
  expect((await ui.shown.state()).watching.kind).toBe('watching')

  await ui.shown.untilSubmitted(1)
  await ui.app.answerMessageBox(1)
  await ui.app.closeWindow()
  expect(await ui.app.exited).toBe(0)
  expect(closing.detail).toContain('Microsoft continues with the phones already submitted')

  await microsoft.time.goOn()
  await launch()
  await ui.goTo('phones')
  await offer().getByText(unfinished.why.closing).waitFor()
  await offer().getByRole('button', { name: unfinished.show }).click()
  await ui.strip.getByText(run.strip.stoppedWhy.closing).waitFor()
  await offer().waitFor({ state: 'detached' })
  expect((await ui.shown.state()).watching).toEqual({ kind: 'stopped', reason: 'closing' })
  await ui.tool(run.watchAgain).click()
  const finished = await ui.shown.until('finished')
  expect(finished.phones.every(({ status }) => status === 'signed in' || status === 'failed')).toBe(true)
  expect(microsoft.service.ledger.batches).toHaveLength(1)
})

test('a run whose app was killed in its middle is offered at each launch until it is taken up by keyboard: every phone once', async () => {
  const others = handedOver()
  await microsoft.time.hold()
  await ui.startRun(await list('phones.csv', 310, 5000), 310, 'NOAM')
  await ui.shown.untilSubmitted(3)
  await microsoft.time.pass(3)
  await expect.poll(signedIn).toBeGreaterThan(20)
  const before = await ui.shown.state()
  expect(stillToSubmit(before).batches).toBe(1)
  await ui.app.kill()

  await launch()
  await offer().getByRole('button', { name: unfinished.notNow }).click()
  await offer().waitFor({ state: 'detached' })
  expect(await bridgeOf(ui.page).value('run:current')).toEqual([])
  await ui.app.close()

  await launch()
  await offer().getByText(unfinished.line('phones.csv', 310)).waitFor()
  await ui.goTo('phones')
  await offer().getByText(unfinished.why.ended).waitFor()
  const sent = microsoft.service.ledger.batches.length
  await keyboard.goTo(offer().getByRole('button', { name: unfinished.resume }))
  await keyboard.press('Enter')
  await ui.dialog.waitFor()

  const found = await ui.shown.state()
  const { phones } = stillToSubmit(found)
  expect(found.runId).toBe(before.runId)
  expect(found.watching).toEqual({ kind: 'stopped', reason: 'ended' })
  await ui.strip.getByText(run.strip.stoppedWhy.ended).waitFor()
  await ui.dialog.getByText(run.confirm.atServicePhones(310 - phones)).waitFor()
  expect(microsoft.service.ledger.batches).toHaveLength(sent)
  await microsoft.time.goOn()
  await confirmRest(phones)
  const finished = await ui.shown.until('finished')

  const counts = countPhones(finished)
  expect(counts['signed in'] + counts.failed).toBe(310)
  expect(handedOver()).toBe(others + 310)
  expect(microsoft.service.ledger.takenTwice).toEqual([])
  await offer().waitFor({ state: 'detached' })
})

describe('an answer that nobody recognises', () => {
  test('holds the others back, and counts as a refusal at once when the operator says so, while others are watched', async () => {
    // The third of four batches is refused in words that nobody has seen.
    fromNowOn((nth) => (nth === 3 ? { kind: 'proxy', status: 403, says: 'json' } : undefined))
    const before = created()
    // The others are under way for as long as it takes to decide.
    await microsoft.time.hold()
    await ui.startRun(await list('refused.csv', 310, 6000), 310, 'NOAM')
    const look = ui.strip.getByRole('button', { name: /Review the evidence/ })
    await look.first().click()
    await ui.dialog
      .getByText(/HTTP 403/)
      .first()
      .waitFor()
    await ui.dialog.getByRole('radio', { name: unconfirmed.refused }).check()
    await ui.dialog.getByRole('button', { name: unconfirmed.decide.refused }).click()
    await ui.dialog.waitFor({ state: 'detached' })
    await microsoft.time.goOn()
    const finished = await ui.shown.until('finished')
    const { failed, 'signed in': signedIn, unknown } = countPhones(finished)
    expect(unknown).toBe(0)
    expect(failed + signedIn).toBe(310)
    expect(finished.batches.filter(({ stage }) => stage === 'refused')).toHaveLength(1)
    expect(created() - before).toBe(finished.batches.length)
    expect(microsoft.service.ledger.takenTwice).toEqual([])
  })
})

test('unconfirmed submissions: one that two batches fit is decided, one that was never seen is submitted again or left unknown', async () => {
  const [, ...lines] = (await readFile(sample('phones-100.csv'), 'utf8')).trim().split(/\r?\n/)
  const phones = lines.map((line) => {
    const [userName = '', hardwareId = ''] = line.split(',')
    return { userName, hardwareId }
  })
  fromNowOn((nth) => {
    if (nth === 2 || nth === 4) return { kind: 'reset' }
    if (nth !== 1) return undefined
    // At the same moment: what others submitted before would be left out of the run.
    microsoft.service.startElsewhere('NOAM', phones)
    return { kind: 'lost-answer' }
  })
  const { ledger } = microsoft.service
  const before = created()
  const button = (name: string) => ui.dialog.getByRole('button', { name, exact: true })

  await ui.startRun(sample('phones-100.csv'), 100, 'NOAM')
  await lookAtEvidence(100)
  await ui.dialog.getByText(unconfirmed.found(2)).waitFor()
  const [ours] = ledger.batches.slice(-1)
  if (!ours) throw new Error('The service took no batch')
  const choice = ui.dialog.getByRole('radio', { name: unconfirmed.adopt(ours.batchId) })
  await ui.dialog.getByText(new RegExp(unconfirmed.requestedByKnown.you())).waitFor()
  await choice.check()
  await button(unconfirmed.decide.adopt).click()
  const adopted = await ui.shown.until('finished')
  expect(adopted.batches[0]?.batchId).toBe(ours.batchId)
  expect(created() - before).toBe(1)

  // Only by decision, after the warning is ticked.
  const taken = ledger.batches.length
  await ui.startRun(await list('again.csv', 20, 1000), 20, 'NOAM')
  await lookAtEvidence(20)
  await ui.dialog.getByText(unconfirmed.none).waitFor()
  expect(created() - before).toBe(2)
  await ui.dialog.getByRole('radio', { name: unconfirmed.submitAgain }).check()
  const again = button(unconfirmed.decide['submit-again'](20))
  expect(await again.isDisabled()).toBe(true)
  await ui.dialog.getByText(run.confirm.passwordTitle(20)).waitFor()
  await ui.dialog.getByRole('checkbox').check()
  await again.click()
  expect(countPhones(await ui.shown.until('finished')).unknown).toBe(0)
  expect(ledger.batches).toHaveLength(taken + 1)

  // Nothing is sent, and the run ends.
  await ui.startRun(await list('left.csv', 20, 2000), 20, 'NOAM')
  await lookAtEvidence(20)
  await ui.dialog.getByRole('radio', { name: unconfirmed.leave }).check()
  await button(unconfirmed.decide.leave).click()
  expect(countPhones(await ui.shown.until('finished')).unknown).toBe(20)
  expect(created() - before).toBe(4)
  expect(ledger.batches).toHaveLength(taken + 1)
})

async function lookAtEvidence(phones: number): Promise<void> {
  expect((await ui.shown.until('stopped')).watching).toEqual({ kind: 'stopped', reason: 'undecided' })
  await ui.strip.getByText(unconfirmed.line(1, phones, 'NOAM')).waitFor()
  await keyboard.goTo(ui.strip.getByRole('button', { name: unconfirmed.lookAt(1) }))
  await keyboard.press('Enter')
  await ui.dialog.waitFor()
  const later = ui.dialog.getByRole('button', { name: unconfirmed.later })
  expect(await later.evaluate((button) => button === document.activeElement)).toBe(true)
}
