import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import { countPhones } from '../../../src/shared/run/counts.ts'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { createFold, reduceAll, reduceRun, replay } from '../../../src/shared/run/reducer.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { eventsOf, startedWith, stateOf } from '../../support/run-samples.ts'

const refusal: GatewayFailure = {
  kind: 'refused',
  status: 400,
  why: { code: 'written', sentence: 'Refused.' },
  said: 'Duplicate devices',
}
const outage: GatewayFailure = {
  kind: 'unreachable',
  sent: 'maybe',
  why: { code: 'written', sentence: 'No answer.' },
}
const submitting: RunHappening = { type: 'BatchSubmitting', batch: 0, attempt: 1 }
const submitted: RunHappening = { type: 'BatchSubmitted', batch: 0, batchId: 'b-1' }

const stateAfter = (...happenings: readonly RunHappening[]) => stateOf(startedWith(3), ...happenings)
const statuses = (...happenings: readonly RunHappening[]) =>
  stateAfter(...happenings).phones.map(({ status }) => status)

describe('the reducer', () => {
  test('queues every phone at the start', () => {
    expect(statuses()).toEqual(['queued', 'queued', 'queued'])
  })

  test('takes a batch from submitting to signing in', () => {
    expect(statuses(submitting)).toEqual(['submitting', 'submitting', 'submitting'])
    expect(statuses(submitting, submitted)).toEqual(['signing in', 'signing in', 'signing in'])
    expect(stateAfter(submitting, submitted).batches[0]).toMatchObject({ stage: 'open', batchId: 'b-1' })
  })

  test('shows what the service says of a phone, and leaves the others as they are', () => {
    const before = stateAfter(submitting, submitted)
    const after = stateAfter(submitting, submitted, {
      type: 'PhonesReported',
      batch: 0,
      phones: [{ phone: 1, status: 'failed', said: 'failed', error: 'Device is offline.' }],
    })
    expect(after.phones[1]).toMatchObject({ status: 'failed', said: 'failed', result: 'Device is offline.' })
    expect(after.phones[0]).toEqual(before.phones[0])
  })

  test('keeps the identity of phones that did not change', () => {
    const before = stateAfter(submitting, submitted)
    const after = reduceRun(before, {
      seq: 4,
      at: '2026-03-02T09:00:03.000Z',
      type: 'PhonesReported',
      batch: 0,
      phones: [{ phone: 2, status: 'signed in', said: 'success' }],
    })
    expect(after.phones[0]).toBe(before.phones[0])
    expect(after.phones[2]).not.toBe(before.phones[2])
  })

  test('fails the phones of a batch that was refused for good, in the words of the service', () => {
    const state = stateAfter(submitting, { type: 'BatchRefused', batch: 0, failure: refusal })
    expect(state.phones.map(({ status, result }) => [status, result])).toEqual(
      Array(3).fill(['failed', 'Duplicate devices']),
    )
  })

  test('queues them again when the refusal will be tried again', () => {
    const nextTryAt = '2026-03-02T09:01:00.000Z'
    const state = stateAfter(submitting, { type: 'BatchRefused', batch: 0, failure: refusal, nextTryAt })
    expect(state.phones.every(({ status }) => status === 'queued')).toBe(true)
    expect(state.batches[0]).toMatchObject({ stage: 'waiting', nextTryAt, failure: refusal })
  })

  test('calls phones unknown when nobody can tell what became of their batch', () => {
    expect(statuses(submitting, { type: 'BatchOutcomeUnknown', batch: 0, failure: outage })).toEqual(
      Array(3).fill('unknown'),
    )
  })

  test('calls a phone without a final word unknown when its batch is over', () => {
    expect(
      statuses(
        submitting,
        submitted,
        { type: 'PhonesReported', batch: 0, phones: [{ phone: 0, status: 'signed in', said: 'success' }] },
        { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
      ),
    ).toEqual(['signed in', 'unknown', 'unknown'])
  })

  test('shows an interruption until the next answer', () => {
    const interrupted: RunHappening = { type: 'WatchInterrupted', batch: 0, failure: outage }
    expect(stateAfter(submitting, submitted, interrupted).batches[0]?.interruption).toEqual(outage)
    expect(
      stateAfter(submitting, submitted, interrupted, { type: 'WatchResumed', batch: 0 }).batches[0],
    ).not.toHaveProperty('interruption')
  })

  test('tells whether the run is watched, stopped or finished', () => {
    expect(stateAfter().watching).toEqual({ kind: 'watching' })
    expect(stateAfter({ type: 'WatchStopped', reason: 'operator' }).watching).toEqual({
      kind: 'stopped',
      reason: 'operator',
    })
    expect(
      stateAfter({ type: 'WatchStopped', reason: 'operator' }, { type: 'WatchResumed' }).watching.kind,
    ).toBe('watching')
    expect(stateAfter({ type: 'RunFinished' }).watching).toEqual({ kind: 'finished' })
  })

  test('refuses an event before RunStarted', () => {
    expect(() => replay(eventsOf({ type: 'RunFinished' }))).toThrow('begins with RunStarted')
  })

  test('never loses or adds a phone, whatever happens in whatever order, and never changes what it was given', () => {
    fc.assert(
      fc.property(fc.array(anyHappening, { maxLength: 60 }), (happenings) => {
        const events = eventsOf(startedWith(120), ...happenings)
        let state = replay(events.slice(0, 1))
        for (const event of events.slice(1)) {
          const before = JSON.stringify(state)
          const frozen = state
          state = reduceRun(state, event)
          expect(JSON.stringify(frozen)).toBe(before)
        }
        expect(state?.phones).toHaveLength(120)
        expect(Object.values(state ? countPhones(state) : {}).reduce((sum, one) => sum + one, 0)).toBe(120)
        expect(state).toEqual(replay(events))
      }),
      { numRuns: 60 },
    )
  })

  test('takes several events at once as one by one, and leaves the state before them as it was', () => {
    fc.assert(
      fc.property(fc.array(anyHappening, { maxLength: 60 }), fc.nat(), (happenings, cut) => {
        const events = eventsOf(startedWith(120), ...happenings)
        const from = 1 + (cut % events.length)
        const before = replay(events.slice(0, from))
        const told = JSON.stringify(before)
        const after = reduceAll(before, events.slice(from))
        expect(JSON.stringify(before)).toBe(told)
        expect(after).toEqual(events.reduce(reduceRun, undefined as RunState | undefined))
      }),
      { numRuns: 60 },
    )
  })

  test('comes to the same for a reader of the newest state, whose phones are copied once and not for each event', () => {
    fc.assert(
      fc.property(fc.array(anyHappening, { maxLength: 30 }), (happenings) => {
        const events = eventsOf(startedWith(3), ...happenings)
        const fold = createFold()
        const lists = new Set(
          events.map((event, index) => {
            fold.add(event)
            const state = fold.newest()
            expect(state).toEqual(replay(events.slice(0, index + 1)))
            return state?.phones
          }),
        )
        // The one it began with, and its own.
        expect(lists.size).toBeLessThanOrEqual(2)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves a state that was handed out to be kept as it is, whenever that was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyHappening, fc.boolean()), { maxLength: 30 }), (happenings) => {
        const events = eventsOf(startedWith(3), ...happenings.map(([happening]) => happening))
        const fold = createFold()
        const kept = events.map((event, index) => {
          fold.add(event)
          return happenings[index]?.[1] ? { state: fold.state(), index } : undefined
        })
        for (const one of kept) if (one) expect(one.state).toEqual(replay(events.slice(0, one.index + 1)))
      }),
      { numRuns: 60 },
    )
  })
})

// Indexes beyond the plan too: a journal is a file that anything may have touched.
const batch = fc.integer({ min: 0, max: 3 })
const anyHappening: fc.Arbitrary<RunHappening> = fc.oneof(
  fc.record({
    type: fc.constant('BatchSubmitting' as const),
    batch,
    attempt: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ type: fc.constant('BatchSubmitted' as const), batch, batchId: fc.string() }),
  fc.record({ type: fc.constant('BatchRefused' as const), batch, failure: fc.constant(refusal) }),
  fc.record({ type: fc.constant('BatchOutcomeUnknown' as const), batch }),
  fc.record({
    type: fc.constant('PhonesReported' as const),
    batch,
    phones: fc.array(
      fc.record({
        phone: fc.integer({ min: 0, max: 150 }),
        status: fc.constantFrom('signing in' as const, 'signed in' as const, 'failed' as const),
        said: fc.string(),
      }),
    ),
  }),
  fc.record({
    ...{ type: fc.constant('BatchFinished' as const), batch },
    ...{ end: fc.constant('service' as const), serviceStatus: fc.string() },
  }),
  fc.record({ type: fc.constant('BatchFinished' as const), batch, end: fc.constant('operator' as const) }),
  fc.record({ type: fc.constant('WatchInterrupted' as const), batch, failure: fc.constant(outage) }),
  fc.record({ type: fc.constant('BatchReleased' as const), batch }),
  fc.record({ type: fc.constant('BatchDiscarded' as const), batch }),
  fc.record({ type: fc.constant('BatchPostponed' as const), batch, failure: fc.constant(outage) }),
  fc.record({
    type: fc.constant('PhonesLeftOut' as const),
    batch,
    phones: fc.array(
      fc.record({
        phone: fc.integer({ min: 0, max: 150 }),
        runId: fc.constant('20260302-090000-abcdef'),
        why: fc.constantFrom('under way' as const, 'submitted' as const),
      }),
    ),
  }),
  fc.constant({ type: 'WatchResumed' as const }),
  fc.constant({ type: 'WatchStopped' as const, reason: 'operator' as const }),
  fc.constant({ type: 'RunFinished' as const }),
)
