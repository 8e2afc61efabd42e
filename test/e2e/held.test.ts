import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import type { SimulatorOptions } from '../../src/core/simulator/simulator.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { bigList } from '../support/big-list.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'

const { unconfirmed, run } = text.window

let microsoft: MicrosoftOnLoopback
let ui: PhonesWindow
let folder: string

async function begin(faults?: Faults, outcomes: Pick<SimulatorOptions, 'failureShare' | 'failFor'> = {}) {
  folder = await mkdtemp(join(tmpdir(), 'held-'))
  microsoft = await startMicrosoft(10_000, faults, outcomes)
  ui = phonesWindow(await microsoft.launch())
  const signing = bridgeOf(ui.page).invoke('session:sign-in', { way: 'browser' })
  await signInAs(ui.app, oslo)
  await signing
}

afterEach(async () => {
  await ui.app.close()
  await microsoft.close()
  await removeFolder(folder)
})

const created = (): number => microsoft.service.ledger.calls.createbatch

describe('an answer that nobody recognises', () => {
  test('holds the others back, and counts as a refusal at once when the operator says so, while others are watched', async () => {
    // The third of five batches is refused in words that nobody has seen.
    await begin(({ path, nth }) =>
      path.endsWith('/createbatch') && nth === 3 ? { kind: 'proxy', status: 403, says: 'json' } : undefined,
    )
    // The others are under way for as long as it takes to decide.
    await microsoft.time.hold()
    await ui.startRun(await bigList(join(folder, 'phones.csv'), 500), 500, 'NOAM')
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
    expect(failed + signedIn).toBe(500)
    expect(finished.batches.filter(({ stage }) => stage === 'refused')).toHaveLength(1)
    expect(created()).toBe(finished.batches.length)
    expect(microsoft.service.ledger.takenTwice).toEqual([])
  })
})

describe('a batch of which most phones failed alike', () => {
  test('holds the others back until their passwords are agreed to be reset all the same', async () => {
    await begin(undefined, { failureShare: 0.9, failFor: 'public-ip-not-trusted' })
    await ui.startRun(await bigList(join(folder, 'phones.csv'), 500), 500, 'NOAM')
    await expect
      .poll(async () => (await ui.shown.state()).watching)
      .toEqual({ kind: 'stopped', reason: 'held' })
    const before = created()
    const { queued } = countPhones(await ui.shown.state())
    expect(queued).toBeGreaterThan(0)
    await ui.strip.getByRole('button', { name: run.strip.hold.goOn(queued) }).click()
    const start = ui.dialog.getByRole('button', { name: run.confirm.start(queued) })
    expect(await start.isDisabled()).toBe(true)
    expect(created()).toBe(before)
    await ui.dialog.getByRole('checkbox').check()
    await start.click()
    const finished = await ui.shown.until('finished')
    expect(created()).toBe(finished.batches.length)
    expect(microsoft.service.ledger.takenTwice).toEqual([])
  })
})
