import { afterEach, describe, expect, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import type { SimulatorOptions } from '../../src/core/simulator/simulator.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { sample } from '../support/sample.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesDesk, phonesDesk } from './support/phones-desk.ts'

const { doubt, run } = text.window

let microsoft: MicrosoftOnLoopback
let desk: PhonesDesk

async function begin(faults?: Faults, outcomes: Pick<SimulatorOptions, 'failureShare' | 'failFor'> = {}) {
  microsoft = await startMicrosoft(200, faults, outcomes)
  desk = phonesDesk(await microsoft.launch())
  const signing = bridgeOf(desk.page).invoke('session:sign-in', { way: 'browser' })
  await signInAs(desk.app, oslo)
  await signing
}

afterEach(async () => {
  await desk.app.close()
  await microsoft.close()
})

const created = (): number => microsoft.service.ledger.calls.createbatch

describe('an answer that nobody recognises', () => {
  test('holds the others back, and counts as a refusal at once when the operator says so, while others are watched', async () => {
    // The third of ten batches is refused in words that nobody has seen.
    await begin(({ path, nth }) =>
      path.endsWith('/createbatch') && nth === 3 ? { kind: 'proxy', status: 403, says: 'json' } : undefined,
    )
    await desk.startRun(sample('three-regions-1000.csv'), 1000)
    const look = desk.strip.getByRole('button', { name: /Look at the evidence/ })
    await look.first().click()
    await desk.dialog
      .getByText(/HTTP 403/)
      .first()
      .waitFor()
    await desk.dialog.getByRole('radio', { name: doubt.refused }).check()
    await desk.dialog.getByRole('button', { name: doubt.decide.refused }).click()
    const finished = await desk.shown.until('finished')
    const { failed, 'signed in': signedIn, unknown } = countPhones(finished)
    expect(unknown).toBe(0)
    expect(failed + signedIn).toBe(1000)
    expect(finished.batches.filter(({ stage }) => stage === 'refused')).toHaveLength(1)
    expect(created()).toBe(finished.batches.length)
    expect(microsoft.service.ledger.takenTwice).toEqual([])
  })
})

describe('a batch of which most phones failed alike', () => {
  test('holds the others back until their passwords are agreed to be reset all the same', async () => {
    await begin(undefined, { failureShare: 0.9, failFor: 'public-ip-not-trusted' })
    await desk.startRun(sample('three-regions-1000.csv'), 1000)
    await expect
      .poll(async () => (await desk.shown.state()).watching)
      .toEqual({ kind: 'stopped', reason: 'held' })
    const before = created()
    const { queued } = countPhones(await desk.shown.state())
    expect(queued).toBeGreaterThan(0)
    await desk.strip.getByRole('button', { name: run.strip.hold.goOn(queued) }).click()
    const start = desk.dialog.getByRole('button', { name: run.confirm.start(queued) })
    expect(await start.isDisabled()).toBe(true)
    expect(created()).toBe(before)
    await desk.dialog.getByRole('checkbox').check()
    await start.click()
    const finished = await desk.shown.until('finished')
    expect(created()).toBe(finished.batches.length)
    expect(microsoft.service.ledger.takenTwice).toEqual([])
  })
})
