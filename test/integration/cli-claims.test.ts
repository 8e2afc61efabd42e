import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import { commandHere } from '../support/command-here.ts'
import { describeWith, here, testWith } from '../support/here.ts'
import { proveTwins } from '../support/prove-twins.ts'
import { startCli } from '../support/run-cli.ts'
import { atTerminals, phonesFrom, type Terminals } from '../support/terminals.ts'

const fast = 3000
const yes = ['--region', 'NOAM', '--yes'] as const

/** A run of 400 phones that was stopped with three batches at the service and one that waits. */
const withStoppedRun = (speed: number, work: (terminals: Terminals, runId: string) => Promise<void>) => {
  // As long as it is, each submission after the third is turned away for an hour.
  let isFull = true
  const faults: Faults = ({ path, nth }) =>
    path.endsWith('/createbatch') && nth > 3 && isFull
      ? { kind: 'throttled', retryAfterSeconds: 3600 }
      : undefined
  return atTerminals({ speed, faults }, async (terminals) => {
    const { start, list, runs } = terminals
    const running = await start('here', 'run', await list('first.csv', phonesFrom(0, 400)), ...yes)
    for (const batch of [1, 2, 3]) await running.said(`Batch ${batch} of 4 (NOAM): submitted as`)
    running.signal('SIGINT')
    expect((await running.done).code).toBe(4)
    const [run] = await runs('here')
    expect(run).toMatchObject({ toSubmit: { phones: 100, batches: 1 } })
    isFull = false
    await work(terminals, run?.runId ?? '')
  })
}

const queued = phonesFrom(300, 100)

// The full count is in test/proof.
test('two terminals that start the same list at the same moment give no phone to two batches', () =>
  proveTwins(1))

describeWith(here.signals)('phones that another run has', () => {
  test(
    'are left out and named; those that only wait are released by a command',
    withStoppedRun(fast, async ({ cli, list, accepted, runs }, runId) => {
      const others = await list('second.csv', [...queued, ...phonesFrom(1000, 20)])
      const second = await cli('here', 'run', others, ...yes)
      expect(second.errors).toContain(`100 phones that run ${runId} (first.csv) has: 100 waiting`)
      expect(second.errors).toContain(`resume ${runId} --discard-queued`)
      expect(second.errors).toContain('20 phones in 1 batch')
      // All of its own are signed in or failed, but some of the list were left to another run.
      expect(second.code).toBe(1)
      expect(queued.filter(({ hardwareId }) => accepted().has(hardwareId))).toEqual([])

      const discarded = await cli('here', 'resume', runId, '--discard-queued')
      expect(discarded.errors).toContain(`100 phones released: run ${runId} won't submit them.`)
      expect(discarded.code).toBe(1)
      expect((await runs('here')).find((run) => run.runId === runId)).toMatchObject({
        watching: { kind: 'finished' },
        phones: { 'not sent': 100 },
      })
      const third = await cli('here', 'run', await list('third.csv', queued), ...yes)
      expect([0, 1], third.errors).toContain(third.code)
      expect(queued.map(({ hardwareId }) => accepted().get(hardwareId))).toEqual(queued.map(() => 1))
    }),
  )

  test(
    'are all that there is: nothing is sent, and the way to have them is said',
    withStoppedRun(1, async ({ cli, list, simulator, runs }, runId) => {
      const sent = simulator.ledger.calls.createbatch
      const again = await cli('here', 'run', await list('again.csv', phonesFrom(0, 400)), ...yes)
      expect(again.code).toBe(4)
      expect(again.errors).toContain(`run ${runId} (first.csv) has: 300 under way and 100 waiting`)
      expect(again.errors).toContain('Other runs have all 400 phones of this list. Nothing was sent.')
      expect(simulator.ledger.calls.createbatch).toBe(sent)
      expect(await runs('here')).toHaveLength(1)
    }),
  )

  test(
    'in part, the same device or the same account, are a warning',
    withStoppedRun(fast, async ({ cli, list }, runId) => {
      const [one, two] = queued
      const near = await list('near.csv', [
        { username: 'somebody.else@contoso.com', hardwareId: one?.hardwareId ?? '' },
        { username: two?.username ?? '', hardwareId: '00-04-F2-FF-FF-01' },
      ])
      const { errors, code } = await cli('here', 'run', near, ...yes)
      expect(errors).toContain(`1 device and 1 account of this list are also in run ${runId} (first.csv)`)
      expect([0, 1], errors).toContain(code)
    }),
  )

  test(
    'in a journal that cannot be read may be any: nothing is sent until it can be, or is gone',
    atTerminals({ speed: fast }, async ({ cli, folder, list, simulator }) => {
      const phones = await list('phones.csv', phonesFrom(0, 3))
      expect([0, 1]).toContain((await cli('here', 'run', phones, ...yes)).code)
      const unread = join(folder('here'), 'runs', '20200101-000000-abcdef.jsonl')
      await writeFile(unread, 'this was a journal\nonce\n')
      const { code, errors } = await cli('here', 'run', phones, ...yes)
      expect(code, errors).toBe(4)
      expect(errors).toContain(unread)
      expect(errors).toContain('move its file to another folder')
      expect(simulator.ledger.batches).toHaveLength(1)
    }),
  )
})

describe('another tenant', () => {
  test(
    'has nothing to do with it, though the phones are the same',
    atTerminals({ speed: fast }, async (terminals) => {
      const { cli, folder, list, simulator } = terminals
      const phones = await list('phones.csv', phonesFrom(0, 100))
      expect([0, 1]).toContain((await cli('here', 'run', phones, ...yes)).code)
      const [name = ''] = (await terminals.runs('here')).map(({ runId }) => `${runId}.jsonl`)
      const journal = join(folder('here'), 'runs', name)
      const [started = '', ...rest] = (await readFile(journal, 'utf8')).split('\n')
      const elsewhere = started.replaceAll(simulator.tenant.id, '99999999-2222-4333-8444-555555555555')
      // As it was before any of its phones had ended.
      await writeFile(journal, `${[elsewhere, ...rest.slice(0, 2)].join('\n')}\n`)
      const { code, errors } = await cli('here', 'run', phones, ...yes)
      expect([0, 1], errors).toContain(code)
      expect(errors).not.toContain('Left out')
    }),
  )

  testWith(here.signals)(
    'that is simulated ends with its simulator: what a killed one had is free again',
    atTerminals({ speed: 1 }, async ({ folder, list }) => {
      const phones = await list('phones.csv', phonesFrom(0, 100))
      const simulated = ['--simulate', '--data-dir', folder('here')]
      const killed = startCli('run', phones, ...yes, ...simulated, '--speed', '1')
      await killed.said('submitted as')
      killed.signal('SIGKILL')
      await killed.done
      const { code, errors } = await commandHere('run', phones, ...yes, ...simulated, '--speed', '2000')
      expect([0, 1], errors).toContain(code)
      expect(errors).not.toContain('Left out')
    }),
  )
})
