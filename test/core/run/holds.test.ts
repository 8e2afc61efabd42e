import { describe, expect, test } from 'vitest'
import type { BatchPhone } from '../../../src/core/gateway/gateway.ts'
import { mostCallsAtATime } from '../../../src/core/run/turns.ts'
import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { countPhones } from '../../../src/shared/run/counts.ts'
import { holdOf } from '../../../src/shared/run/hold.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { type EngineRun, engineRun } from '../../support/engine-run.ts'
import { phoneListOf } from '../../support/run-samples.ts'

const plan = (size: number) => planRun(phoneListOf(size, 'NOAM'))
const stateOf = ({ log }: EngineRun) => {
  const state = log.state()
  if (!state) throw new Error('no state')
  return state
}
const counts = (run: EngineRun) => countPhones(stateOf(run))
const stages = (run: EngineRun) => stateOf(run).batches.map(({ stage }) => stage)
const types = ({ published }: EngineRun) => published.map(({ type }) => type)

const unrecognized = (answer: string): GatewayFailure => ({
  kind: 'unexpected',
  status: 403,
  why: { code: 'written', sentence: 'Not worded as the service does it.' },
  answer,
})

describe('an answer that is not recognisably the service’s', () => {
  test('holds every further batch back, in all regions, and the run says that it waits', async () => {
    const run = await engineRun(planRun(phoneListOf(1_200)))
    run.gateway.failCreates(unrecognized('403 page'))
    await run.toEnd()
    expect(run.gateway.creates()).toBe(1)
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'held' })
    expect(counts(run)).toMatchObject({ unknown: 100, queued: 1_100 })
    expect(holdOf(stateOf(run))).toEqual({ kind: 'answer', batch: 0, answer: '403 page' })
  })

  test('is nothing to wait for once the history shows exactly this batch', async () => {
    const run = await engineRun(planRun(phoneListOf(1_200)))
    run.gateway.failCreates({ ...unrecognized('403 page'), taken: true })
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(1_200)
    expect(run.gateway.taken).toHaveLength(12)
    expect(types(run)).toContain('BatchAdopted')
  })

  test('holds the batches back again when the run is taken up, until somebody says what it means', async () => {
    const run = await engineRun(plan(300))
    run.gateway.failCreates(unrecognized('403 page'))
    await run.toEnd()
    await run.log.record({ type: 'WatchResumed' })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(1)
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'held' })
  })

  test('counts as a refusal once the operator says so, wherever it comes again and leaves no trace', async () => {
    const run = await engineRun(plan(500))
    run.gateway.failCreates(unrecognized('403 page'))
    await run.toEnd()
    await run.log.record({ type: 'RefusalRecognised', answer: '403 page' })
    await run.log.record({ type: 'WatchResumed' })
    run.gateway.failCreates(unrecognized('403 page'), unrecognized('403 page'))
    await run.toEnd()
    expect(stages(run)).toEqual(['refused', 'refused', 'refused', 'finished', 'finished'])
    expect(counts(run)).toMatchObject({ failed: 300, 'signed in': 200 })
    expect(run.gateway.creates()).toBe(5)
    expect(stateOf(run).watching).toEqual({ kind: 'finished' })
  })

  test('of another kind is asked about anew', async () => {
    const run = await engineRun(plan(300))
    run.gateway.failCreates(unrecognized('403 page'))
    await run.toEnd()
    await run.log.record({ type: 'RefusalRecognised', answer: '403 page' })
    await run.log.record({ type: 'WatchResumed' })
    run.gateway.failCreates(unrecognized('429 empty'))
    await run.toEnd()
    expect(run.gateway.creates()).toBe(2)
    expect(holdOf(stateOf(run))).toMatchObject({ kind: 'answer', answer: '429 empty' })
  })

  test('is no refusal after all where the service has a batch that was answered so', async () => {
    const run = await engineRun(plan(400))
    run.gateway.failCreates(unrecognized('403 page'))
    await run.toEnd()
    await run.log.record({ type: 'RefusalRecognised', answer: '403 page' })
    await run.log.record({ type: 'WatchResumed' })
    run.gateway.failCreates({ ...unrecognized('403 page'), taken: true })
    await run.toEnd()
    expect(stateOf(run).recognisedRefusals).toEqual([])
    expect(types(run)).toContain('BatchAdopted')
    expect(counts(run)).toMatchObject({ failed: 0, unknown: 100, 'signed in': 200, queued: 100 })
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'held' })
  })

  test('is never a refusal where the history has a batch that may be it and cannot be looked at', async () => {
    const run = await engineRun(plan(200))
    run.gateway.failCreates({ ...unrecognized('403 page'), taken: true })
    const { batchStatus } = run.gateway
    Object.assign(run.gateway, {
      batchStatus: async () => fail({ kind: 'denied', why: { code: 'written', sentence: 'No.' } }),
    })
    await run.toEnd()
    await run.log.record({ type: 'RefusalRecognised', answer: '403 page' })
    await run.log.record({ type: 'WatchResumed' })
    await run.toEnd()
    expect(stages(run)[0]).toBe('unknown')
    expect(counts(run).failed).toBe(0)
    Object.assign(run.gateway, { batchStatus })
  })

  test('is waited out by the batches that are open, and the others go on at once when the operator decides', async () => {
    const run = await engineRun(plan(600), { script: { phoneMs: 600_000 } })
    const { createBatch } = run.gateway
    let calls = 0
    Object.assign(run.gateway, {
      createBatch: async (...request: Parameters<typeof createBatch>) =>
        ++calls === 3 ? fail(unrecognized('403 page')) : createBatch(...request),
    })
    await run.toEnd(async (engine) => {
      await run.clock.sleep(300_000)
      expect(calls).toBe(3)
      const failure = stateOf(run).batches[2]?.failure ?? unrecognized('')
      await engine.record({ type: 'RefusalRecognised', answer: '403 page' })
      await engine.record({ type: 'BatchRefused', batch: 2, failure })
      await run.clock.sleep(60_000)
      expect(calls).toBe(4)
    })
    expect(counts(run)).toMatchObject({ failed: 100, 'signed in': 500 })
    expect(stateOf(run).watching).toEqual({ kind: 'finished' })
  })
})

describe('before a submission', () => {
  test.each<[string, GatewayFailure]>([
    [
      'throttles',
      { kind: 'throttled', why: { code: 'written', sentence: 'Too many requests.' }, retryAfterMs: 60_000 },
    ],
    ['wants a sign-in', { kind: 'expired', why: { code: 'written', sentence: 'Sign in again.' } }],
    [
      "can't be reached",
      { kind: 'unreachable', sent: 'maybe', why: { code: 'written', sentence: 'No answer came.' } },
    ],
    [
      'is hidden by a page that asks for a sign-in',
      { kind: 'unexpected', status: 401, why: { code: 'written', sentence: 'A page.' } },
    ],
    [
      'is hidden by a page that blocks',
      { kind: 'unexpected', status: 403, why: { code: 'written', sentence: 'A page.' } },
    ],
    [
      'is hidden by a page about too many requests',
      { kind: 'unexpected', status: 429, why: { code: 'written', sentence: 'A page.' } },
    ],
  ])('nothing is sent while the service %s, and it is tried again', async (_, failure) => {
    const run = await engineRun(plan(300))
    const { batchSummaries } = run.gateway
    let isOver = false
    Object.assign(run.gateway, { batchSummaries: async () => (isOver ? batchSummaries() : fail(failure)) })
    await run.toEnd(async () => {
      await run.clock.sleep(600_000)
      expect(run.gateway.creates()).toBe(0)
      expect(types(run)).not.toContain('BatchSubmitting')
      expect(stateOf(run).batches[0]).toMatchObject({ stage: 'waiting', failure: { kind: failure.kind } })
      isOver = true
    })
    expect(counts(run)['signed in']).toBe(300)
    expect(run.gateway.creates()).toBe(3)
  })

  test('missing rights end the run, and nothing was sent', async () => {
    const run = await engineRun(plan(300))
    Object.assign(run.gateway, {
      batchSummaries: async () => fail({ kind: 'denied', why: { code: 'written', sentence: 'No.' } }),
    })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(0)
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'denied' })
  })

  test.each<[string, GatewayFailure]>([
    ['is unavailable', { kind: 'unavailable', status: 503, why: { code: 'written', sentence: 'Later.' } }],
    [
      'answers in another shape',
      { kind: 'unexpected', status: 200, why: { code: 'written', sentence: 'Another shape.' } },
    ],
    ['does not know the call', { kind: 'not-found', why: { code: 'written', sentence: 'No.' } }],
  ])('it does no harm that the history %s', async (_, failure) => {
    const run = await engineRun(plan(300))
    Object.assign(run.gateway, { batchSummaries: async () => fail(failure) })
    await run.toEnd()
    expect(counts(run)['signed in']).toBe(300)
  })

  test('the first batch of a run is answered before another one goes out', async () => {
    const run = await engineRun(planRun(phoneListOf(900)))
    const { createBatch } = run.gateway
    let underWay = 0
    const together: number[] = []
    Object.assign(run.gateway, {
      createBatch: async (...request: Parameters<typeof createBatch>) => {
        together.push(++underWay)
        await run.clock.sleep(5_000)
        underWay--
        return createBatch(...request)
      },
    })
    await run.toEnd()
    expect(together).toHaveLength(9)
    expect(together[0]).toBe(1)
    expect(Math.max(...together)).toBe(mostCallsAtATime)
    expect(together.indexOf(2)).toBe(2)
  })
})

describe('a batch of which half failed for one reason', () => {
  const numberOf = ({ userName }: BatchPhone): number => Number(/\d+/.exec(userName)?.[0])
  const half = ({ userName }: BatchPhone) => numberOf({ userName, hardwareId: '' }) % 2 === 0
  const untrusted = (phone: BatchPhone) =>
    half(phone) && `Public IP IPv4 - 203.0.113.${numberOf(phone) % 250} for the device is not trusted.`

  test('holds the others back, however its message names phones and addresses', async () => {
    const run = await engineRun(plan(600), { script: { isFailed: untrusted } })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(3)
    expect(stateOf(run).watching).toEqual({ kind: 'stopped', reason: 'held' })
    expect(counts(run)).toMatchObject({ queued: 300, failed: 150 })
    expect(holdOf(stateOf(run))).toMatchObject({
      kind: 'failures',
      reason: 'public-ip-not-trusted',
      phones: 50,
      of: 100,
    })
  })

  test('holds nothing back that was submitted before, and submits the rest once the operator says so', async () => {
    const run = await engineRun(plan(600), { script: { isFailed: untrusted } })
    await run.toEnd()
    await run.log.record({ type: 'FailuresAccepted', reason: 'public-ip-not-trusted' })
    await run.log.record({ type: 'WatchResumed' })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(6)
    expect(counts(run)).toMatchObject({ failed: 300, 'signed in': 300 })
    expect(stateOf(run).watching).toEqual({ kind: 'finished' })
    expect(replay(run.log.events())).toEqual(stateOf(run))
  })

  test('goes on at once when the operator says so while others are still open', async () => {
    const run = await engineRun(plan(600), { script: { isFailed: (phone) => numberOf(phone) < 100 } })
    const { createBatch } = run.gateway
    Object.assign(run.gateway, {
      createBatch: async (...request: Parameters<typeof createBatch>) => {
        if (run.gateway.creates() === 2) await run.clock.sleep(300_000)
        return createBatch(...request)
      },
    })
    await run.toEnd(async (engine) => {
      await run.clock.sleep(320_000)
      expect(run.gateway.creates()).toBe(3)
      expect(stages(run)).toEqual(['finished', 'finished', 'open', 'queued', 'queued', 'queued'])
      await engine.record({ type: 'FailuresAccepted', reason: 'device-offline' })
    })
    expect(run.gateway.creates()).toBe(6)
  })

  test('holds nothing back where the operator said beforehand to keep going, and that is written down', async () => {
    const run = await engineRun(plan(600), { script: { isFailed: untrusted }, keepGoing: true })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(6)
    expect(types(run).filter((type) => type === 'FailuresAccepted')).toHaveLength(1)
  })

  test.each<[string, (phone: BatchPhone) => boolean | string]>([
    ['fewer than half failed', (phone) => numberOf(phone) % 5 < 2],
    [
      'half failed, each for another reason',
      (phone) => half(phone) && `Trouble ${'abcdefghijklmnopqrstuvwxyz'[numberOf(phone) % 26]}.`,
    ],
  ])('does not hold back where %s', async (_, isFailed) => {
    const run = await engineRun(plan(600), { script: { isFailed } })
    await run.toEnd()
    expect(run.gateway.creates()).toBe(6)
    expect(stateOf(run).watching).toEqual({ kind: 'finished' })
  })

  test('is no pattern where it had one phone', async () => {
    const run = await engineRun(planRun(phoneListOf(3)), { script: { isFailed: () => true } })
    await run.toEnd()
    expect(holdOf(stateOf(run))).toBeUndefined()
  })

  test('leaves nothing to decide where nothing is left to submit', async () => {
    const run = await engineRun(plan(200), { script: { isFailed: () => true } })
    await run.toEnd()
    expect(stateOf(run).watching).toEqual({ kind: 'finished' })
  })
})

test('a history without a batch is no trouble', async () => {
  const run = await engineRun(plan(1))
  Object.assign(run.gateway, { batchSummaries: async () => succeed([]) })
  await run.toEnd()
  expect(counts(run)['signed in']).toBe(1)
})
