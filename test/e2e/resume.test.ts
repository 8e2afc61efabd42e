import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Faults } from '../../src/main/simulator/fault.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { stillToSubmit } from '../../src/shared/run/still-to-submit.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { type Keyboard, keyboardAt } from './support/keyboard.ts'
import { type Landmarks, landmarksOf } from './support/landmarks.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { type OperatorAtWindow, operatorAt } from './support/operator.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type RunShown, runShown } from './support/run-shown.ts'

// The service lives in this process: what happens to the app does not happen to it.

const { doubt, frame, run, unfinished } = text.window
const { closing } = text.main
const sample = (name: string): string => resolve(import.meta.dirname, '../../resources/samples', name)

let microsoft: MicrosoftOnLoopback
let app: AppUnderTest
let operator: OperatorAtWindow
let window: Landmarks
let keyboard: Keyboard
let shown: RunShown

async function launch(): Promise<void> {
  app = await microsoft.launch()
  operator = operatorAt(app.page)
  window = landmarksOf(app)
  keyboard = await keyboardAt(app.page)
  shown = runShown(app.page)
}

async function begin(speed: number, faults?: Faults): Promise<void> {
  microsoft = await startMicrosoft(speed, faults)
  await launch()
  const signing = bridgeOf(app.page).invoke('session:sign-in', { way: 'browser' })
  await signInAs(app, oslo)
  await signing
}

async function start(list: string, phones: number, region?: 'NOAM'): Promise<void> {
  await operator.goTo('phones')
  await window.browse(sample(list))
  await window.listName(list).waitFor()
  if (region) await operator.chooseRegion(region)
  await operator.signIn(phones)
  await window.tool(run.stopWatching).waitFor()
}

const offer = () => app.page.getByRole('region', { name: unfinished.name })
const signedIn = async () => countPhones(await shown.state())['signed in']
const handedOver = (): number =>
  new Set(microsoft.service.ledger.batches.flatMap(({ phones }) => phones.map((phone) => phone.hardwareId)))
    .size

afterEach(async () => {
  await app.close()
  await microsoft.close()
})

/** Ticks and confirms that the rest is submitted, with the keyboard alone. */
async function confirmRest(phones: number): Promise<void> {
  await keyboard.goTo(window.dialog.getByRole('checkbox'))
  await keyboard.press('Space')
  await keyboard.goTo(window.dialog.getByRole('button', { name: run.confirm.start(phones) }))
  await keyboard.press('Enter')
}

describe('a run whose app was killed in its middle', () => {
  let before: RunState

  beforeEach(async () => {
    await begin(40)
    await start('three-regions-1000.csv', 1000)
    await expect.poll(signedIn, { timeout: 30_000 }).toBeGreaterThan(20)
    before = await shown.state()
    expect(stillToSubmit(before).batches).toBeGreaterThan(0)
    await app.kill()
    await launch()
  })

  test('is offered at the next launch, and taken up by keyboard to its end: every phone once', async () => {
    await offer().getByText(unfinished.line('three-regions-1000.csv', 1000)).waitFor()
    await operator.goTo('phones')
    await offer().getByText(unfinished.why.ended).waitFor()
    const sent = microsoft.service.ledger.batches.length
    await keyboard.goTo(offer().getByRole('button', { name: unfinished.resume }))
    await keyboard.press('Enter')
    await window.dialog.waitFor()

    const found = await shown.state()
    const { phones } = stillToSubmit(found)
    expect(found.runId).toBe(before.runId)
    await window.dialog.getByText(run.confirm.atServicePhones(1000 - phones)).waitFor()
    expect(microsoft.service.ledger.batches).toHaveLength(sent)
    await confirmRest(phones)
    const finished = await shown.until('finished')

    const counts = countPhones(finished)
    expect(counts['signed in'] + counts.failed).toBe(1000)
    expect(handedOver()).toBe(1000)
    expect(microsoft.service.ledger.takenTwice).toEqual([])
    await offer().waitFor({ state: 'detached' })
  })

  test('can be put off, and shown without being watched', async () => {
    await offer().getByRole('button', { name: unfinished.show }).click()
    await window.strip.getByText(run.strip.stoppedWhy.ended).waitFor()
    await offer().waitFor({ state: 'detached' })
    expect((await shown.state()).watching).toEqual({ kind: 'stopped', reason: 'ended' })

    await app.close()
    await launch()
    await offer().getByRole('button', { name: unfinished.notNow }).click()
    await offer().waitFor({ state: 'detached' })
    expect(await bridgeOf(app.page).value('run:current')).toEqual([])
  })
})

test('closing while watching asks: one answer goes on, the other ends, and the next launch offers the run', async () => {
  await begin(20)
  await start('phones-100.csv', 100, 'NOAM')
  await app.answerMessageBox(0)
  await app.closeWindow()
  await expect
    .poll(async () => (await app.desktop()).filter(({ act }) => act === 'message-box'))
    .toHaveLength(1)
  expect((await shown.state()).watching.kind).toBe('watching')

  await expect.poll(async () => (await shown.state()).batches[0]?.stage).toBe('open')
  await app.answerMessageBox(1)
  await app.closeWindow()
  expect(await app.exited).toBe(0)
  expect(closing.detail).toContain('The service goes on')

  await launch()
  await operator.goTo('phones')
  await offer().getByText(unfinished.why.closing).waitFor()
  await offer().getByRole('button', { name: unfinished.resume }).click()
  const finished = await shown.until('finished')
  expect(finished.phones.every(({ status }) => status === 'signed in' || status === 'failed')).toBe(true)
  expect(microsoft.service.ledger.batches).toHaveLength(1)
})

test('a second start of the app ends by itself, and brings the first window to the front', async () => {
  await begin(200)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.once('focus', () => Object.assign(globalThis, { cameBack: true }))
  })
  await expect(microsoft.launch()).rejects.toThrow('exit code 0')
  await expect.poll(() => app.evaluate(() => Object.hasOwn(globalThis, 'cameBack'))).toBe(true)
  expect(await app.page.getByRole('navigation', { name: frame.navigation }).isVisible()).toBe(true)
})

describe('a batch in doubt', () => {
  const firstCreate =
    (kind: 'reset' | 'lost-answer'): Faults =>
    ({ path, nth }) =>
      path.endsWith('/createbatch') && nth === 1 ? { kind } : undefined

  async function lookAtEvidence(): Promise<void> {
    await expect
      .poll(async () => (await shown.state()).watching, { timeout: 60_000 })
      .toEqual({ kind: 'stopped', reason: 'undecided' })
    await window.strip.getByText(doubt.line(1, 100, 'NOAM')).waitFor()
    await keyboard.goTo(window.strip.getByRole('button', { name: doubt.lookAt(1) }))
    await keyboard.press('Enter')
    await window.dialog.waitFor()
    const later = window.dialog.getByRole('button', { name: doubt.later })
    expect(await later.evaluate((button) => button === document.activeElement)).toBe(true)
  }
  const goOn = () => window.dialog.getByRole('button', { name: doubt.decide, exact: true })

  test('that two batches of the service fit is decided by the operator, and not sent again', async () => {
    await begin(200, firstCreate('lost-answer'))
    await operator.goTo('phones')
    await window.browse(sample('phones-100.csv'))
    await window.listName('phones-100.csv').waitFor()
    const [, ...lines] = (await readFile(sample('phones-100.csv'), 'utf8')).trim().split(/\r?\n/)
    microsoft.service.startElsewhere(
      'NOAM',
      lines.map((line) => {
        const [userName = '', hardwareId = ''] = line.split(',')
        return { userName, hardwareId }
      }),
    )
    await operator.chooseRegion('NOAM')
    await operator.signIn(100)
    await lookAtEvidence()
    await window.dialog.getByText(doubt.found(2)).waitFor()

    const [ours] = microsoft.service.ledger.batches.slice(-1)
    if (!ours) throw new Error('The service took no batch')
    await window.dialog.getByRole('radio', { name: doubt.adopt(ours.batchId) }).check()
    await goOn().click()
    const finished = await shown.until('finished')
    expect(finished.batches[0]?.batchId).toBe(ours.batchId)
    expect(microsoft.service.ledger.calls.createbatch).toBe(1)
  })

  test('that the service never saw is sent again only by decision, after the warning is ticked', async () => {
    await begin(200, firstCreate('reset'))
    await start('phones-100.csv', 100, 'NOAM')
    await lookAtEvidence()
    await window.dialog.getByText(doubt.none).waitFor()
    expect(microsoft.service.ledger.calls.createbatch).toBe(1)

    await window.dialog.getByRole('radio', { name: doubt.submitAgain }).check()
    expect(await goOn().isDisabled()).toBe(true)
    await window.dialog.getByText(run.confirm.passwordTitle(100)).waitFor()
    await window.dialog.getByRole('checkbox').check()
    await goOn().click()
    const finished = await shown.until('finished')
    expect(countPhones(finished).unknown).toBe(0)
    expect(microsoft.service.ledger.batches).toHaveLength(1)
  })

  test('can be left unknown: nothing is sent, and the run ends', async () => {
    await begin(200, firstCreate('reset'))
    await start('phones-100.csv', 100, 'NOAM')
    await lookAtEvidence()
    await window.dialog.getByRole('radio', { name: doubt.leave }).check()
    await goOn().click()
    const finished = await shown.until('finished')
    expect(countPhones(finished).unknown).toBe(100)
    expect(microsoft.service.ledger.calls.createbatch).toBe(1)
  })
})
