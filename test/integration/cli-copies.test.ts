import { expect, test } from 'vitest'
import type { Fault } from '../../src/core/simulator/fault.ts'
import { describeWith, here } from '../support/here.ts'
import { atTerminals, phonesFrom, type Terminals } from '../support/terminals.ts'

const speed = 3000
const yes = ['--region', 'NOAM', '--yes'] as const
const phones = phonesFrom(0, 500)

type Service = {
  /** The fourth submission is turned away for an hour; every one after it, too, as long as this is set. */
  isFull: boolean
  /** What meets each look at the batch history. */
  historyFault: Fault | undefined
}

/** A run of 500 phones that was stopped with three batches at the service and two that wait. */
const withStoppedRun = (work: (terminals: Terminals, runId: string, service: Service) => Promise<void>) => {
  const service: Service = { isFull: true, historyFault: undefined }
  return atTerminals(
    {
      speed,
      faults({ path, nth }) {
        if (path.endsWith('/batchsummaries')) return service.historyFault
        return path.endsWith('/createbatch') && nth > 3 && service.isFull
          ? { kind: 'throttled', retryAfterSeconds: 3600 }
          : undefined
      },
    },
    async (terminals) => {
      const running = await terminals.start('one', 'run', await terminals.list('phones.csv', phones), ...yes)
      for (const batch of [1, 2, 3]) await running.said(`Batch ${batch} of 5 (NOAM): submitted as`)
      running.signal('SIGINT')
      expect((await running.done).code).toBe(4)
      const [run] = await terminals.runs('one')
      expect(run).toMatchObject({ toSubmit: { phones: 200, batches: 2 } })
      service.isFull = false
      await work(terminals, run?.runId ?? '', service)
    },
  )
}

const onceEach = phones.map(() => 1)
const accepted = (terminals: Terminals) =>
  phones.map(({ hardwareId }) => terminals.accepted().get(hardwareId) ?? 0)

describeWith(here.signals)('a run that is resumed', () => {
  test(
    'in a copied folder takes over what the other copy has submitted meanwhile, and sends no phone twice',
    withStoppedRun(async (terminals, runId) => {
      const { cli, copy, runs } = terminals
      await copy('one', 'two')
      expect([0, 1]).toContain((await cli('one', 'resume', runId, '--yes')).code)
      expect(accepted(terminals)).toEqual(onceEach)

      const other = await cli('two', 'resume', runId, '--yes')
      expect([0, 1], other.errors).toContain(other.code)
      expect(accepted(terminals)).toEqual(onceEach)
      expect(other.errors).toContain('Batch 4 of 5 (NOAM): found in the batch history as')
      const [one, two] = await Promise.all([runs('one'), runs('two')])
      expect(two[0]?.batches).toEqual(one[0]?.batches)
      expect(two[0]?.phones).toEqual(one[0]?.phones)
    }),
  )

  test(
    'from an older journal takes over what was submitted since, and sends no phone twice',
    withStoppedRun(async (terminals, runId) => {
      const { cli, backUp } = terminals
      const putBack = await backUp('one', runId)
      const ended = await cli('one', 'resume', runId, '--yes')
      expect(ended.errors).toMatch(
        /200 phones \(rows .* more\): the domain "[^"]+" isn't verified in this tenant/,
      )
      await putBack()
      const again = await cli('one', 'resume', runId, '--yes')
      expect(accepted(terminals)).toEqual(onceEach)
      expect(again.code, again.errors).toBe(ended.code)
    }),
  )

  test.each<[string, Fault, number]>([
    ['cannot be read', { kind: 'error', status: 503 }, 4],
    ['is denied', { kind: 'error', status: 403 }, 3],
  ])('submits nothing while the batch history %s, and watches what is open', (_, fault, code) =>
    withStoppedRun(async (terminals, runId, service) => {
      const { cli, runs, simulator } = terminals
      const sent = simulator.ledger.calls.createbatch
      service.historyFault = fault
      const held = await cli('one', 'resume', runId, '--yes')
      expect(held.code, held.errors).toBe(code)
      expect(held.errors).toContain('Batch 4 of 5 (NOAM): not submitted')
      expect(held.errors).toContain("couldn't be read")
      expect(held.errors).toContain(`resume ${runId}`)
      expect(simulator.ledger.calls.createbatch).toBe(sent)
      const [run] = await runs('one')
      expect(run).toMatchObject({
        watching: { kind: 'stopped', reason: code === 3 ? 'denied' : 'unchecked' },
        toSubmit: { phones: 200 },
        phones: { queued: 200, 'signing in': 0 },
      })

      service.historyFault = undefined
      const resumed = await cli('one', 'resume', runId, '--yes')
      expect([0, 1], resumed.errors).toContain(resumed.code)
      expect(accepted(terminals)).toEqual(onceEach)
    })(),
  )

  test(
    'asks about a batch that has only some of its phones, submits it where the operator says so, and asks no more',
    withStoppedRun(async (terminals, runId) => {
      const { cli, simulator } = terminals
      const some = phones.slice(300, 340)
      const batchId = simulator.startElsewhere(
        'NOAM',
        some.map(({ username, hardwareId }) => ({ userName: username, hardwareId })),
      )
      const asked = await cli('one', 'resume', runId, '--yes')
      expect(asked.code, asked.errors).toBe(4)
      expect(asked.errors).toContain(`settle ${runId}`)
      expect(accepted(terminals).slice(300, 400)).toEqual(phones.slice(300, 400).map(() => 0))
      // Its neighbour is in no batch, and was submitted.
      expect(accepted(terminals).slice(400)).toEqual(phones.slice(400).map(() => 1))

      const shown = await cli('one', 'settle', runId)
      expect(shown.out).toContain(batchId)
      expect(shown.out).toContain('40 of 100 phones in common')
      expect(shown.out).toContain("This run didn't submit")
      const settled = await cli('one', 'settle', runId, '--submit-again', '--yes')
      expect([0, 1], settled.errors).toContain(settled.code)
      expect(accepted(terminals)).toEqual(onceEach)
    }),
  )
})
