import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { bigList } from '../support/big-list.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'

const { run } = text.window

let microsoft: MicrosoftOnLoopback
let ui: PhonesWindow
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'held-'))
  microsoft = await startMicrosoft(10_000, undefined, {
    failureShare: 0.9,
    failFor: 'public-ip-not-trusted',
  })
  ui = phonesWindow(await microsoft.launch())
  const signing = bridgeOf(ui.page).invoke('session:sign-in', { way: 'browser' })
  await signInAs(ui.app, oslo)
  await signing
})

afterEach(async () => {
  await ui.app.close()
  await microsoft.close()
  await removeFolder(folder)
})

const created = (): number => microsoft.service.ledger.calls.createbatch

describe('a batch of which most phones failed alike', () => {
  test('holds the others back until their passwords are agreed to be reset all the same', async () => {
    await ui.startRun(await bigList(join(folder, 'phones.csv'), 310), 310, 'NOAM')
    const stopped = await ui.shown.until('stopped')
    expect(stopped.watching).toEqual({ kind: 'stopped', reason: 'held' })
    const before = created()
    const { queued } = countPhones(stopped)
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
