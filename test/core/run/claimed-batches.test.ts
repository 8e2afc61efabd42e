import { describe, expect, test } from 'vitest'
import type { BatchPhone, BatchSummary } from '../../../src/core/gateway/gateway.ts'
import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { countPhones } from '../../../src/shared/run/counts.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { claimsOf } from '../../support/claims-of.ts'
import { type EngineRun, engineRun } from '../../support/engine-run.ts'
import { phoneListOf } from '../../support/run-samples.ts'

const plan = planRun(phoneListOf(10, 'NOAM'))
const phones: readonly BatchPhone[] = plan.phones.map(({ username, hardwareId }) => ({
  userName: username,
  hardwareId,
}))
const another = { runId: '20260302-080000-aaaaaa', why: 'under way' } as const

const stateOf = ({ log }: EngineRun) => {
  const state = log.state()
  if (!state) throw new Error('no state')
  return state
}
const counts = (run: EngineRun) => countPhones(stateOf(run))

describe('phones of a batch that another run has', () => {
  test('are left out at the moment of submission, and the others go out', async () => {
    const claims = claimsOf({ 'phone0@contoso.com': another, 'phone7@contoso.com': another })
    const run = await engineRun(plan, { claims })
    await run.toEnd()
    expect(counts(run)).toMatchObject({ 'signed in': 8, 'not sent': 2 })
    expect(run.gateway.taken.map((batch) => batch.phones.length)).toEqual([8])
    expect(stateOf(run).watching).toEqual({ kind: 'finished' })
    expect(stateOf(run).phones[7]?.why).toEqual({ code: 'claimed', claim: 'under way', runId: another.runId })
  })

  test('may be all of it: the batch is over without a call', async () => {
    const all = Object.fromEntries(phones.map(({ userName }) => [userName, another]))
    const run = await engineRun(plan, { claims: claimsOf(all) })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(0)
    expect(counts(run)['not sent']).toBe(10)
    expect(stateOf(run).watching).toEqual({ kind: 'finished' })
  })

  test('cannot be told: nothing is submitted, what is open is watched, and the run stops and says why', async () => {
    const unread = { code: 'journal-unread', file: 'a.jsonl', why: { code: 'said', words: 'EBUSY' } } as const
    let asked = 0
    const run = await engineRun(planRun(phoneListOf(150, 'NOAM')), {
      claims: { begin: async () => (asked++ === 0 ? claimsOf().begin() : fail(unread)) },
    })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(1)
    expect(counts(run)).toMatchObject({ 'signed in': 75, queued: 75 })
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'unchecked' })
    expect(stateOf(run).batches[1]?.postponed).toEqual({ claims: unread })
    // Asked for a few times: a journal may be open in another program for a moment.
    expect(asked).toBe(4)

    await run.log.record({ type: 'WatchResumed' })
    expect(stateOf(run).batches[1]?.postponed).toBeUndefined()
  })

  test('are asked for while somebody stops the run: nothing is sent then', async () => {
    let stop = (): void => undefined
    const run = await engineRun(plan, {
      claims: {
        async begin() {
          stop()
          return claimsOf().begin()
        },
      },
    })
    await run.toEnd(async (engine) => {
      stop = () => engine.stop('operator')
    })
    expect(run.gateway.creates()).toBe(0)
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'operator' })
  })
})

describe('a batch of a resumed run', () => {
  const resumed = (options: Parameters<typeof engineRun>[1] = {}) =>
    engineRun(plan, { ...options, isResumed: true })

  /** Somebody else has had a batch made of these phones; answers its ID. */
  async function madeElsewhere({ gateway }: EngineRun, of: readonly BatchPhone[], region = 'NOAM' as const) {
    const made = await gateway.createBatch(region, of)
    if (!made.ok) throw new Error(made.failure.kind)
    return made.value.batchId
  }
  const ours = ({ gateway }: EngineRun) => gateway.creates()

  test('that the service has already, with exactly its phones, is watched and not submitted', async () => {
    const run = await resumed()
    const batchId = await madeElsewhere(run, phones.toReversed())
    await run.toEnd()
    expect(ours(run)).toBe(1)
    expect(stateOf(run).batches[0]).toMatchObject({ stage: 'finished', batchId })
    expect(counts(run)['signed in']).toBe(10)
  })

  test('that the service has not is submitted, whatever else is in the history', async () => {
    const run = await resumed()
    const strangers = phones.map(({ userName }, index) => ({
      userName: `x${userName}`,
      hardwareId: `00-04-F2-FF-FF-${index}0`,
    }))
    await madeElsewhere(run, strangers)
    await run.toEnd()
    expect(ours(run)).toBe(2)
    expect(counts(run)['signed in']).toBe(10)
  })

  test.each<[string, (run: EngineRun) => Promise<unknown>]>([
    ['some of its phones', (run) => madeElsewhere(run, phones.slice(0, 3))],
    ['its phones and others', (run) => madeElsewhere(run, [...phones, { userName: 'x', hardwareId: 'AA' }])],
    [
      'exactly its phones, twice',
      (run) => Promise.all([madeElsewhere(run, phones), madeElsewhere(run, phones)]),
    ],
  ])('is for the operator where the service has a batch with %s', async (_, make) => {
    const run = await resumed()
    await make(run)
    const before = ours(run)
    await run.toEnd()
    expect(ours(run)).toBe(before)
    expect(stateOf(run).batches[0]).toMatchObject({ stage: 'unknown', since: stateOf(run).startedAt })
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'undecided' })
  })

  test('is for the operator where such a batch is from before the run began, as with a wrong clock', async () => {
    const run = await resumed()
    const batchId = await madeElsewhere(run, phones)
    tellHistory(run, (one) => ({ ...one, requestTime: '2026-03-01T12:00:00Z' }))
    await run.toEnd()
    expect(ours(run)).toBe(1)
    expect(stateOf(run).batches[0]).toMatchObject({ stage: 'unknown' })
    expect(stateOf(run).batches[0]?.batchId).not.toBe(batchId)
  })

  test('has nothing to do with a batch of more than a day before the run, or of another region', async () => {
    for (const change of [{ requestTime: '2026-02-28T12:00:00Z' }, { region: 'EMEA' }]) {
      const run = await resumed()
      await madeElsewhere(run, phones)
      tellHistory(run, (one) => (one.batchId === 'batch-1' ? { ...one, ...change } : one))
      await run.toEnd()
      expect(ours(run)).toBe(2)
      expect(counts(run)['signed in']).toBe(10)
    }
  })

  test('waits for the next resume where the runs of this computer cannot be listed, and only for a moment where they can again', async () => {
    const trouble = { code: 'folder-unread', folder: 'runs', reason: 'The share is gone.' } as const
    const blind = await resumed({ othersUnread: () => fail(trouble) })
    await blind.toEnd()
    expect(ours(blind)).toBe(0)
    expect(blind.published).toContainEqual(
      expect.objectContaining({ type: 'BatchPostponed', batch: 0, claims: trouble }),
    )
    expect(blind.log.state()?.watching).toEqual({ kind: 'stopped', reason: 'unchecked' })

    let asked = 0
    const brief = await resumed({ othersUnread: () => (asked++ < 2 ? fail(trouble) : undefined) })
    await brief.toEnd()
    expect(ours(brief)).toBe(1)
    expect(counts(brief)['signed in']).toBe(10)
  })

  test('has nothing to do with a batch that another run of this computer has made', async () => {
    const run = await resumed({ knownElsewhere: ['batch-1'] })
    await madeElsewhere(run, phones)
    await run.toEnd()
    expect(ours(run)).toBe(2)
  })

  test.each([
    ['it is that one', phones, 1],
    ['it is another one', [{ userName: 'x', hardwareId: 'AA' }], 2],
  ])(
    'waits a little for a batch that tells its phones only a moment later: %s',
    async (_, theirs, creates) => {
      const run = await resumed()
      await madeElsewhere(run, theirs)
      const { batchStatus } = run.gateway
      let asked = 0
      run.gateway.batchStatus = async (...call) => {
        const report = await batchStatus(...call)
        return report.ok && ++asked < 3 ? succeed({ ...report.value, items: [] }) : report
      }
      await run.toEnd()
      expect(ours(run)).toBe(creates)
      expect(counts(run)['signed in']).toBe(10)
    },
  )

  test('is for the operator where a batch of the history never tells its phones', async () => {
    const run = await resumed()
    await madeElsewhere(run, [{ userName: 'x', hardwareId: 'AA' }])
    run.gateway.batchStatus = async () => fail(denied)
    await run.toEnd()
    expect(ours(run)).toBe(1)
    expect(stateOf(run).batches[0]).toMatchObject({ stage: 'unknown' })
  })

  test('is for the operator where the service has its phones in the batch that the operator took for another one', async () => {
    const run = await engineRun(planRun(phoneListOf(150, 'NOAM')), {
      isResumed: true,
      past: [
        { type: 'BatchSubmitting', batch: 0, attempt: 1 },
        { type: 'BatchOutcomeUnknown', batch: 0 },
        { type: 'BatchAdopted', batch: 0, batchId: 'batch-1', by: 'operator' },
      ],
    })
    const second = stateOf(run).batches[1]?.phones.flatMap((index) => stateOf(run).phones[index] ?? []) ?? []
    await madeElsewhere(
      run,
      second.map(({ username, hardwareId }) => ({ userName: username, hardwareId })),
    )
    await run.toEnd()
    expect(ours(run)).toBe(1)
    expect(stateOf(run).batches[1]).toMatchObject({ stage: 'unknown', suspects: ['batch-1'] })
    // Whoever has it submitted all the same is not asked about that batch again.
    await run.log.record({ type: 'BatchReleased', batch: 1 })
    await run.toEnd()
    expect(ours(run)).toBe(2)
  })

  test('is submitted once the operator has seen and ruled out what the service has', async () => {
    const run = await resumed({
      past: [{ type: 'BatchReleased', batch: 0, ruledOut: ['BATCH-1'] }],
    })
    await madeElsewhere(run, phones.slice(0, 3))
    await run.toEnd()
    expect(ours(run)).toBe(2)
    expect(counts(run)['signed in']).toBe(10)
  })

  test('looks at each batch of the history once, for all of its batches', async () => {
    const run = await engineRun(planRun(phoneListOf(600, 'NOAM')), { isResumed: true })
    for (let other = 0; other < 20; other++)
      await madeElsewhere(run, [{ userName: `x${other}`, hardwareId: 'AA' }], 'NOAM')
    const asked = new Map<string, number>()
    const { batchStatus } = run.gateway
    run.gateway.batchStatus = (batchId, signal) => {
      asked.set(batchId, (asked.get(batchId) ?? 0) + 1)
      return batchStatus(batchId, signal)
    }
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(600)
    // Two lanes may ask at the same moment.
    for (let other = 1; other <= 20; other++) expect(asked.get(`batch-${other}`)).toBeLessThanOrEqual(3)
  })

  test.each<[GatewayFailure['kind'], 'unchecked' | 'denied']>([
    ['unavailable', 'unchecked'],
    ['unexpected', 'unchecked'],
    ['denied', 'denied'],
  ])('is not submitted while the history cannot be read (%s)', async (kind, reason) => {
    const run = await resumed()
    run.gateway.batchSummaries = async () => fail({ ...failureOf, kind } as GatewayFailure)
    await run.toEnd()
    expect(ours(run)).toBe(0)
    expect(counts(run).queued).toBe(10)
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason })
  })

  test('does not try as long where the history could not be read for the batch before', async () => {
    const run = await engineRun(planRun(phoneListOf(600, 'NOAM')), { isResumed: true })
    let asked = 0
    run.gateway.batchSummaries = async () => {
      asked++
      return fail({ ...failureOf, kind: 'unavailable' })
    }
    await run.toEnd()
    expect(counts(run).queued).toBe(600)
    // One batch after the other, for there is no first answer yet: three times for the first, then once for each other.
    expect(asked).toBe(8)
  })

  test('waits as long as the network is gone or the service is busy', async () => {
    const run = await resumed()
    const { batchSummaries } = run.gateway
    const until = run.clock.now() + 3_600_000
    run.gateway.batchSummaries = async (...call) =>
      run.clock.now() < until
        ? fail({ kind: 'unreachable', sent: 'no', why: { code: 'written', sentence: 'No connection.' } })
        : batchSummaries(...call)
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(10)
  })
})

const denied: GatewayFailure = { kind: 'denied', why: { code: 'written', sentence: 'Not yours.' } }
const failureOf = { status: 503, message: 'Not now.' }

/** Has the service tell its history so from now on. */
function tellHistory({ gateway }: EngineRun, told: (one: BatchSummary) => BatchSummary): void {
  const { batchSummaries } = gateway
  gateway.batchSummaries = async () => {
    const summaries = await batchSummaries()
    return summaries.ok ? succeed(summaries.value.map(told)) : summaries
  }
}
