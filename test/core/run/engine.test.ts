import { describe, expect, test } from 'vitest'
import type { BatchSummary } from '../../../src/core/gateway/gateway.ts'
import { gatherEvidence } from '../../../src/core/run/evidence.ts'
import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { adoptMeans, candidateFacts } from '../../../src/shared/run/candidate-facts.ts'
import { countPhones } from '../../../src/shared/run/counts.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { text } from '../../../src/shared/text/index.ts'
import { type EngineRun, engineRun } from '../../support/engine-run.ts'
import { proveRefusals } from '../../support/prove-refusals.ts'
import { phoneListOf } from '../../support/run-samples.ts'

const plan = (size: number) => planRun(phoneListOf(size, 'NOAM'))
const counts = ({ log }: EngineRun) => {
  const state = log.state()
  if (!state) throw new Error('no state')
  return countPhones(state)
}
const watching = ({ log }: EngineRun) => log.state()?.watching
const types = ({ published }: EngineRun) => published.map(({ type }) => type)

/** Has the service tell its record so from now on. */
function tellHistory(
  { gateway }: EngineRun,
  told: (record: readonly BatchSummary[]) => readonly BatchSummary[],
): void {
  const { batchSummaries } = gateway
  gateway.batchSummaries = async () => {
    const summaries = await batchSummaries()
    return summaries.ok ? succeed(told(summaries.value)) : summaries
  }
}

const regionFull: GatewayFailure = {
  kind: 'region-full',
  why: { code: 'written', sentence: 'Three batches are running.' },
}
const noAnswer: GatewayFailure = {
  kind: 'unreachable',
  sent: 'maybe',
  why: { code: 'written', sentence: 'No answer came.' },
}
const denied: GatewayFailure = { kind: 'denied', why: { code: 'written', sentence: 'Access denied.' } }
const throttled: GatewayFailure = {
  kind: 'throttled',
  retryAfterMs: 90_000,
  why: { code: 'written', sentence: 'Too many requests.' },
}

describe('the engine', () => {
  test('signs every phone in and finishes the run', async () => {
    const run = await engineRun(plan(250))
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(250)
    expect(watching(run)).toEqual({ kind: 'finished' })
    expect(run.gateway.creates()).toBe(3)
  })

  test('never has more than three batches open in a region, and queues the rest', async () => {
    const run = await engineRun(planRun(phoneListOf(2_100)))
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(2_100)
    expect(run.gateway.mostOpenPerRegion()).toBe(3)
    expect(run.gateway.taken).toHaveLength(21)
  })

  test('writes BatchSubmitting before the request leaves, and the outcome after it', async () => {
    const run = await engineRun(plan(1))
    const written: string[] = []
    const { createBatch } = run.gateway
    run.gateway.createBatch = (...call) => {
      written.push(...types(run))
      return createBatch(...call)
    }
    await run.toEnd()
    expect(written).toEqual(['RunStarted', 'BatchSubmitting'])
    expect(types(run).slice(2)).toContain('BatchSubmitted')
  })

  test('waits and tries again when somebody else holds the places of the region', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates(regionFull, regionFull)
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(10)
    expect(types(run).filter((type) => type === 'BatchRefused')).toHaveLength(2)
    expect(run.gateway.taken).toHaveLength(1)
  })

  test('obeys Retry-After before it submits again', async () => {
    const run = await engineRun(plan(1))
    const start = run.clock.now()
    run.gateway.failCreates(throttled)
    await run.toEnd()
    expect((run.gateway.taken[0]?.takenAt ?? 0) - start).toBeGreaterThanOrEqual(90_000)
  })

  test('reports a refusal for good on every phone of the batch and goes on with the others', async () => {
    const run = await engineRun(plan(150))
    run.gateway.failCreates({
      kind: 'refused',
      status: 400,
      why: { code: 'written', sentence: 'Refused.' },
      said: 'Malformed',
    })
    await run.toEnd()
    expect(counts(run)).toMatchObject({ failed: 75, 'signed in': 75 })
    expect(watching(run)).toEqual({ kind: 'finished' })
  })

  test('stops the run when rights are missing, so that it can go on once they are there', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates(denied)
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'denied' })
    expect(counts(run).queued).toBe(10)
    await run.log.record({ type: 'WatchResumed' })
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(10)
  })

  test('stops watching when the rights are gone, and goes on once they are back', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failStatuses(denied)
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'denied' })
    expect(run.gateway.statusCalls()).toBe(1)
    await run.log.record({ type: 'WatchResumed' })
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(10)
    expect(run.gateway.creates()).toBe(1)
  })

  test.each([
    ['in words that are no region', 'North America', 'signed in'],
    ['with blanks', ' noam ', 'signed in'],
    ['as another one', 'EMEA', 'unknown'],
  ] as const)(
    'looks at the phones of a batch whose region the batch history names %s',
    async (_, region, status) => {
      const run = await engineRun(planRun(phoneListOf(10, 'NOAM')))
      run.gateway.failCreates({ ...noAnswer, taken: true })
      tellHistory(run, (record) => record.map((one) => ({ ...one, region })))
      await run.toEnd()
      expect(counts(run)[status]).toBe(10)
    },
  )

  test('looks at the phones of a batch that the batch history counts otherwise', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates({ ...noAnswer, taken: true })
    tellHistory(run, (record) => record.map((one) => ({ ...one, itemsCount: 0 })))
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(10)
  })

  test('shows a batch with only some of the phones, and none of another size that has none of them', async () => {
    const run = await engineRun(plan(10))
    const asked = plan(30).phones.map(({ username, hardwareId }) => ({ userName: username, hardwareId }))
    await run.gateway.createBatch('NOAM', asked.slice(10))
    await run.gateway.createBatch('NOAM', asked.slice(0, 7))
    run.gateway.failCreates(noAnswer)
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'undecided' })
    const state = run.log.state()
    if (!state) throw new Error('The run never began')
    expect(await gatherEvidence(run.gateway, state, 0, new Set())).toMatchObject({
      value: [{ batchId: 'batch-2', size: 7, matching: 7, isExact: false }],
    })
  })

  test("finds a batch although the service tells nothing about somebody else's that may be it", async () => {
    const run = await engineRun(plan(10))
    const theirs = plan(20).phones.slice(10)
    const asked = theirs.map(({ username, hardwareId }) => ({ userName: username, hardwareId }))
    await run.gateway.createBatch('NOAM', asked)
    run.gateway.failCreates({ ...noAnswer, taken: true })
    const { batchStatus } = run.gateway
    run.gateway.batchStatus = async (batchId) => (batchId === 'batch-1' ? fail(denied) : batchStatus(batchId))
    await run.toEnd()
    expect(run.log.events()).toContainEqual(
      expect.objectContaining({ type: 'BatchAdopted', batchId: 'batch-2', by: 'evidence' }),
    )
    expect(counts(run)['signed in']).toBe(10)
  })

  test('finds an unconfirmed submission in a history that takes long, while phones of other batches report', async () => {
    const run = await engineRun(plan(300))
    const { batchSummaries } = run.gateway
    run.gateway.batchSummaries = async () => {
      await run.clock.sleep(30_000)
      return batchSummaries()
    }
    // The answer to the first is lost: by the time that it is looked for, the others are under way.
    run.gateway.failCreates({ ...noAnswer, taken: true })
    await run.toEnd()

    expect(types(run)).toContain('BatchAdopted')
    expect(counts(run)['signed in']).toBe(300)
    expect(run.gateway.creates()).toBe(3)
  })

  test('compares what others have submitted with a resumed run, however long it takes, while its other batches report', async () => {
    const of300 = plan(300)
    const run = await engineRun(of300, { isResumed: true })
    const second = of300.phones
      .slice(200)
      .map(({ username, hardwareId }) => ({ userName: username, hardwareId }))
    await run.gateway.createBatch('NOAM', second)
    // It comes into the history once the first batch is under way.
    tellHistory(run, (record) => record.filter(({ batchId }) => batchId !== 'batch-1' || record.length > 1))
    const { batchStatus } = run.gateway
    run.gateway.batchStatus = async (batchId) => {
      if (batchId === 'batch-1') await run.clock.sleep(90_000)
      return batchStatus(batchId)
    }
    await run.toEnd()

    expect(types(run)).toContain('BatchAdopted')
    expect(counts(run)['signed in']).toBe(300)
    expect(run.gateway.taken).toHaveLength(3)
  })

  test('leaves an unconfirmed submission when the rights to the batch history are missing, and carries the others to their end', async () => {
    const run = await engineRun(plan(150))
    run.gateway.failCreates({ ...noAnswer, taken: true })
    const { batchSummaries } = run.gateway
    // Directly before the submissions they are still there.
    const areSubmitted = (): boolean => run.log.state()?.batches[1]?.stage === 'open'
    Object.assign(run.gateway, { batchSummaries: async () => (areSubmitted() ? fail(denied) : succeed([])) })
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'undecided' })
    expect(run.log.state()?.batches[0]).toMatchObject({ stage: 'unknown', interruption: denied })
    expect(counts(run)).toMatchObject({ unknown: 75, 'signed in': 75 })
    Object.assign(run.gateway, { batchSummaries })
    await run.log.record({ type: 'WatchResumed' })
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(150)
    expect(run.gateway.creates()).toBe(2)
  })

  test('adopts the batch that was made although no answer came, and never submits it twice', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates({ ...noAnswer, taken: true })
    await run.toEnd()
    expect(types(run)).toContain('BatchAdopted')
    expect(run.gateway.taken).toHaveLength(1)
    expect(counts(run)['signed in']).toBe(10)
  })

  test('leaves a batch unknown when the service shows no trace of it, and never submits it again', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates(noAnswer)
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'undecided' })
    expect(counts(run).unknown).toBe(10)
    expect(run.gateway.creates()).toBe(1)
  })

  test('never takes the batch of another run on this disk for its own', async () => {
    const run = await engineRun(plan(10), { knownElsewhere: ['batch-1'] })
    run.gateway.failCreates({ ...noAnswer, taken: true })
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'undecided' })
    expect(types(run)).not.toContain('BatchAdopted')
  })

  test('leaves it to the operator when the one batch with these phones seems to be older', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates({ ...noAnswer, taken: true })
    const hours = (ago: number) => new Date(run.clock.now() - ago * 3_600_000).toISOString()
    let requestTime = hours(1)
    tellHistory(run, (record) => record.map((one) => ({ ...one, requestTime })))
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'undecided' })
    const state = run.log.state()
    if (!state) throw new Error('The run never began')
    const evidence = () => gatherEvidence(run.gateway, state, 0, new Set())
    expect(await evidence()).toMatchObject({ value: [{ isExact: true, isEarlier: true }] })
    requestTime = hours(30)
    expect(await evidence()).toEqual({ ok: true, value: [] })
  })

  test('looks at those of many similar batches that are nearest in time, and not at all of them', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates({ ...noAnswer, taken: true })
    tellHistory(run, ([real]) => {
      if (!real) return []
      const later = Date.parse(real.requestTime ?? '') + 3_600_000
      const others = Array.from({ length: 500 }, (_, index) => ({
        ...real,
        batchId: `other-${index}`,
        requestTime: new Date(later).toISOString(),
      }))
      return [...others, real]
    })
    await run.toEnd()
    expect(types(run)).toContain('BatchAdopted')
    expect(run.gateway.statusCalls()).toBeLessThan(150)
  })

  test.each([
    ['counts as many phones', 10],
    ['counts none yet', 0],
  ])(
    'does not say that there is no trace of a batch that is told without phones and %s',
    async (_, itemsCount) => {
      const run = await engineRun(plan(10))
      run.gateway.failCreates({ ...noAnswer, taken: true })
      tellHistory(run, (record) => record.map((one) => ({ ...one, itemsCount })))
      const { batchStatus } = run.gateway
      run.gateway.batchStatus = async (batchId) => {
        const report = await batchStatus(batchId)
        return report.ok ? succeed({ ...report.value, batchStatus: 'Queued', items: [] }) : report
      }
      await run.toEnd()
      const state = run.log.state()
      if (!state) throw new Error('The run never began')
      expect(await gatherEvidence(run.gateway, state, 0, new Set())).toMatchObject({
        value: [{ batchId: 'batch-1', isExact: false, isUnread: true }],
      })
    },
  )

  describe('a batch whose like is in the batch history hundreds of times', () => {
    const day = 24 * 3_600_000

    async function among(others: number, requestedAfter: number | undefined, itemsCount = 10) {
      const run = await engineRun(plan(10))
      run.gateway.failCreates({ ...noAnswer, taken: true })
      tellHistory(run, ([real]) => {
        if (!real) return []
        const at = (after: number) => new Date(Date.parse(real.requestTime ?? '') + after).toISOString()
        const requestTime = requestedAfter === undefined ? undefined : at(requestedAfter)
        const theirs = Array.from({ length: others }, (_, index) => ({
          ...{ ...real, batchId: `other-${index}`, requestTime },
        }))
        const ours = { ...real, itemsCount, ...(requestedAfter === undefined && { requestTime }) }
        return [...theirs, ours]
      })
      await run.toEnd()
      const state = run.log.state()
      if (!state) throw new Error('The run never began')
      return { run, evidence: await gatherEvidence(run.gateway, state, 0, new Set()) }
    }

    test('is found at its time, before those of other days, however many phones the batch history gives it', async () => {
      const { run } = await among(200, 3 * day, 9)
      expect(counts(run)['signed in']).toBe(10)
    })

    test('is shown with those that may be it and were not looked at, instead of no trace', async () => {
      const { evidence } = await among(200, undefined)
      const found = evidence.ok ? evidence.value : []
      expect(found.find(({ batchId }) => batchId === 'batch-1')).toMatchObject({ isUnread: true })
    })
  })

  test('finds a batch among many, although the service answers only some calls in a row', async () => {
    const run = await engineRun(plan(10))
    const theirs = plan(50).phones.slice(10)
    for (const { username, hardwareId } of theirs)
      await run.gateway.createBatch('NOAM', [{ userName: username, hardwareId }])
    run.gateway.failCreates({ ...noAnswer, taken: true })
    const { batchStatus } = run.gateway
    let calls = 0
    run.gateway.batchStatus = async (batchId) => {
      calls += 1
      return calls % 10 === 0 && calls < 1000 ? fail(throttled) : batchStatus(batchId)
    }
    // The batch history counts otherwise: those of others may be it, too.
    tellHistory(run, (record) => record.map((one) => ({ ...one, itemsCount: 0 })))
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(10)
    expect(calls).toBeLessThan(200)
  })

  test('takes a submission without an outcome in the journal for an ambiguous one', async () => {
    const run = await engineRun(plan(10), { past: [{ type: 'BatchSubmitting', batch: 0, attempt: 1 }] })
    await run.toEnd()
    expect(types(run)).toContain('BatchOutcomeUnknown')
    expect(run.gateway.creates()).toBe(0)
  })

  test('shows an interruption, goes on polling and says when answers come again', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failStatuses(noAnswer, noAnswer)
    await run.toEnd()
    expect(types(run).filter((type) => type === 'WatchInterrupted' || type === 'WatchResumed')).toEqual([
      'WatchInterrupted',
      'WatchInterrupted',
      'WatchResumed',
    ])
    expect(counts(run)['signed in']).toBe(10)
  })

  test('stops watching at once, keeps what is known, and goes on from there', async () => {
    const run = await engineRun(plan(10))
    await run.toEnd(async (engine) => {
      await run.clock.sleep(20_000)
      engine.stop('operator')
    })
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'operator' })
    expect(counts(run)['signing in']).toBe(10)
    await run.log.record({ type: 'WatchResumed' })
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(10)
    expect(run.gateway.creates()).toBe(1)
  })

  test('asks less often while nothing changes', async () => {
    const run = await engineRun(plan(1), { script: { phoneMs: 3_600_000 } })
    await run.toEnd()
    expect(run.gateway.statusCalls()).toBeLessThan(3_600 / 16)
  })

  test('looks at once when it is woken', async () => {
    const run = await engineRun(plan(1), { script: { phoneMs: 600_000 } })
    await run.toEnd(async (engine) => {
      await run.clock.sleep(400_000)
      const before = run.gateway.statusCalls()
      engine.wake()
      await run.clock.sleep(1)
      expect(run.gateway.statusCalls()).toBe(before + 1)
    })
  })

  test('waits as long as the service asked for, whoever wants to look at once', async () => {
    const run = await engineRun(plan(1), { script: { phoneMs: 600_000 } })
    run.gateway.failStatuses(throttled)
    await run.toEnd(async (engine) => {
      await run.clock.sleep(10_000)
      const before = run.gateway.statusCalls()
      engine.wake()
      await run.clock.sleep(1)
      expect(run.gateway.statusCalls()).toBe(before)
      engine.stop('operator')
    })
  })

  test.each([-48, 48])('is done no harm by a clock that jumps by %i hours', async (hours) => {
    const run = await engineRun(plan(10))
    const begun = run.clock.steady()
    await run.toEnd(async () => {
      await run.clock.sleep(20_000)
      run.clock.jump(hours * 3_600_000)
    })
    expect(counts(run)['signed in']).toBe(10)
    expect(watching(run)).toEqual({ kind: 'finished' })
    expect(run.clock.steady() - begun).toBeLessThan(3 * 60_000)
  })

  test('submits nothing more once the journal cannot be written, and says so', async () => {
    let lines = 0
    const journal = {
      file: 'full.jsonl',
      append: async () => {
        if (++lines > 6) throw new Error('ENOSPC: no space left on device')
      },
      close: async () => {},
    }
    const run = await engineRun(plan(900), { journal })
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'journal' })
    expect(run.gateway.creates()).toBeLessThanOrEqual(3)
  })

  test.each([
    ['is looked at a few more times', 2, { 'signed in': 5, unknown: 0 }],
    ['is left with unknown phones when they never come', 100, { 'signed in': 4, unknown: 1 }],
  ])('a batch called completed before its last phone %s', async (_, lateFor, expected) => {
    const run = await engineRun(plan(5))
    const { batchStatus } = run.gateway
    let looks = 0
    run.gateway.batchStatus = async (...call) => {
      const outcome = await batchStatus(...call)
      if (!outcome.ok) return outcome
      const { batchStatus: status, items } = outcome.value
      const isLate = status !== 'Completed' || ++looks <= lateFor
      const [last] = isLate
        ? items.slice(-1).map((item) => ({ ...item, status: 'inProgress' }))
        : items.slice(-1)
      return { ok: true, value: { ...outcome.value, items: last ? [...items.slice(0, -1), last] : items } }
    }
    await run.toEnd()
    expect(counts(run)).toMatchObject(expected)
    expect(watching(run)).toEqual({ kind: 'finished' })
  })

  describe('a batch that is never called completed', () => {
    /** A run of five whose service has another word for its batch, and how often it was asked after the last phone. */
    async function endedWith(
      word: string,
      of: { readonly lastStays?: string; readonly mended?: number } = {},
    ) {
      const run = await engineRun(plan(5))
      const { batchStatus } = run.gateway
      let looksAfter = 0
      run.gateway.batchStatus = async (...call) => {
        const outcome = await batchStatus(...call)
        if (!outcome.ok) return outcome
        const { items } = outcome.value
        const [last] = items.slice(-1)
        const isThrough = last?.status === 'success'
        if (isThrough) looksAfter++
        const isLate = of.lastStays !== undefined && looksAfter <= (of.mended ?? Number.POSITIVE_INFINITY)
        return {
          ok: true,
          value: {
            ...outcome.value,
            batchStatus: word,
            items:
              last && isThrough && isLate && of.lastStays !== undefined
                ? [...items.slice(0, -1), { ...last, status: of.lastStays }]
                : items,
          },
        }
      }
      return { run, looksAfter: () => looksAfter }
    }

    const ends = ['Failed', 'PartiallyCompleted', 'completed with errors', 'Timed_Out', 'CANCELLED']
    const passing = ['InProgress', 'Wrapping up', 'Incomplete', 'NotCompleted']
    test.each([
      ...ends.map((word) => [word, 'with', 1] as const),
      ...passing.map((word) => [word, 'a few looks after', 5] as const),
    ])('but %s ends %s its last phone', async (word, _, looks) => {
      const { run, looksAfter } = await endedWith(word)
      await run.toEnd()
      expect(counts(run)['signed in']).toBe(5)
      expect(watching(run)).toEqual({ kind: 'finished' })
      expect(looksAfter()).toBe(looks)
    })

    test('does not end before the verdicts stay as they are', async () => {
      const { run, looksAfter } = await endedWith('InProgress', { lastStays: 'failed', mended: 3 })
      await run.toEnd()
      expect(counts(run)).toMatchObject({ 'signed in': 5, failed: 0 })
      expect(looksAfter()).toBe(3 + 5)
    })

    test.each(['failed', 'SUCCEEDED'])('but %s ends once nothing has changed for long', async (word) => {
      const { run, looksAfter } = await endedWith(word, { lastStays: 'inProgress' })
      await run.toEnd()
      expect(watching(run)).toEqual({ kind: 'finished' })
      expect(counts(run)).toMatchObject({ 'signed in': 4, unknown: 1 })
      expect(looksAfter()).toBeGreaterThan(10)
      const { changedAt = '' } = run.log.state()?.batches[0] ?? {}
      expect(run.clock.now() - Date.parse(changedAt)).toBeGreaterThan(300_000)
    })

    test.each(['Cancelled', 'InProgress'])('but %s goes on while a phone has no verdict', async (word) => {
      const { run, looksAfter } = await endedWith(word, { lastStays: 'inProgress' })
      await run.toEnd(async (engine) => {
        await run.clock.sleep(3_600_000)
        engine.stop('operator')
      })
      expect(watching(run)).toEqual({ kind: 'stopped', reason: 'operator' })
      expect(counts(run)['signing in']).toBe(1)
      expect(looksAfter()).toBeGreaterThan(50)
    })
  })

  test('shows a batch that the service has forgotten as unknown phones, not as an endless watch', async () => {
    const run = await engineRun(plan(5))
    run.gateway.batchStatus = async () => ({
      ok: false,
      failure: { kind: 'not-found', why: { code: 'written', sentence: 'No such batch.' } },
    })
    await run.toEnd()
    expect(counts(run).unknown).toBe(5)
    expect(watching(run)).toEqual({ kind: 'finished' })
  })

  test('does not take a batch for forgotten because somebody keeps asking', async () => {
    const run = await engineRun(plan(5))
    const { batchStatus } = run.gateway
    let isListed = false
    run.gateway.batchStatus = async (batchId, signal) =>
      isListed
        ? batchStatus(batchId, signal)
        : { ok: false, failure: { kind: 'not-found', why: { code: 'written', sentence: 'No such batch.' } } }
    await run.toEnd(async (engine) => {
      for (let press = 0; press < 40; press++) {
        await run.clock.sleep(2_000)
        engine.wake()
      }
      isListed = true
    })
    expect(counts(run)['signed in']).toBe(5)
  })

  test('shows a batch that the service lists but cannot tell about, instead of no trace', async () => {
    const run = await engineRun(plan(10))
    run.gateway.failCreates({ ...noAnswer, taken: true })
    run.gateway.batchStatus = async () => ({
      ok: false,
      failure: { kind: 'not-found', why: { code: 'written', sentence: 'No such batch.' } },
    })
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'undecided' })
    const state = run.log.state()
    if (!state) throw new Error('The run never began')
    const found = await gatherEvidence(run.gateway, state, 0, new Set())
    expect(found).toMatchObject({ value: [{ batchId: 'batch-1', isExact: false, isUnread: true }] })
    const [candidate] = found.ok ? found.value : []
    if (!candidate) throw new Error('One was found')
    const facts = candidateFacts(candidate, 10, String)
    expect(facts).toContain(text.window.unconfirmed.unread)
    expect(facts.join()).not.toContain('in common')
    expect(adoptMeans(candidate)).not.toContain('Not all phones match')
  })

  test('keeps on the screen what the service answers while the disk is full', async () => {
    let room = 5
    // All of it goes out before the disk is found full: an answer has come before.
    const past = [
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      { type: 'BatchSubmitted', batch: 0, batchId: 'batch-0' },
    ] as const
    const run = await engineRun(planRun(phoneListOf(30)), {
      past,
      journal: {
        file: 'memory',
        async append() {
          if (room-- <= 0) throw new Error('ENOSPC')
        },
        close: async () => {},
      },
    })
    // All three are on their way before the first answer comes.
    const { createBatch } = run.gateway
    run.gateway.createBatch = async (...call) => {
      await run.clock.sleep(1000)
      return createBatch(...call)
    }
    await run.toEnd()
    expect(watching(run)).toEqual({ kind: 'stopped', reason: 'journal' })
    const taken = run.gateway.taken.map(({ batchId }) => batchId)
    expect(taken).toHaveLength(2)
    expect(
      run.log
        .state()
        ?.batches.flatMap(({ batchId }) => batchId ?? [])
        .toSorted(),
    ).toEqual(['batch-0', ...taken].toSorted())
    expect(replay(run.log.events())).toEqual(run.log.state())
  })

  test('whatever is refused for now, each phone is taken once and the events replay to the same state', () =>
    proveRefusals(12))
})
