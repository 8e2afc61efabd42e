import { describe, expect, test } from 'vitest'
import type { RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { timeLeft } from '../../../src/shared/run/time-left.ts'
import { roughly } from '../../../src/shared/text/roughly.ts'
import { phoneListOf, runStarted } from '../../support/run-samples.ts'

const start = Date.parse('2026-03-02T09:00:00Z')
const minute = 60_000

/** Happenings, each at a minute of the run. */
function runAt(...happenings: readonly (readonly [number, RunHappening])[]): RunState {
  const events = happenings.map(
    ([at, happening], index): RunEvent => ({
      seq: index + 1,
      at: new Date(start + at * minute).toISOString(),
      ...happening,
    }),
  )
  const state = replay(events)
  if (!state) throw new Error('A run begins with RunStarted')
  return state
}

const begun = (phones: number) => [0, runStarted(planRun(phoneListOf(phones, 'NOAM')))] as const
const submitted = (batch: number, at: number) =>
  [
    [at, { type: 'BatchSubmitting', batch, attempt: 1 }],
    [at, { type: 'BatchSubmitted', batch, batchId: `b-${batch}` }],
  ] as const
const finished = (batch: number, at: number) =>
  [
    [at, { type: 'PhonesReported', batch, phones: [] }],
    [at, { type: 'BatchFinished', batch, end: 'service', serviceStatus: 'Completed' }],
  ] as const
const firstThree = [0, 1, 2].flatMap((batch) => submitted(batch, 0))
const threeDone = [...firstThree, ...[0, 1, 2].flatMap((batch) => finished(batch, 10))]
const leftAt = (state: RunState, at: number): number | undefined => {
  const left = timeLeft(state, start + at * minute)
  return left === undefined ? undefined : left / minute
}

describe('the time left', () => {
  test('is not said before three batches have finished', () => {
    expect(leftAt(runAt(begun(1_000), ...firstThree), 5)).toBeUndefined()
    expect(
      leftAt(runAt(begun(1_000), ...firstThree, ...finished(0, 10), ...finished(1, 10)), 10),
    ).toBeUndefined()
  })

  test('is that of the batches in the queue, three at a time, as long as those before', () => {
    const state = runAt(begun(1_000), ...threeDone)
    expect(leftAt(state, 10)).toBe(30)
  })

  test('is shorter by the age of those that run', () => {
    const running = [3, 4, 5].flatMap((batch) => submitted(batch, 10))
    expect(leftAt(runAt(begun(600), ...threeDone, ...running), 14)).toBe(6)
  })

  test('is not said while a batch takes twice as long as the others', () => {
    const running = [3, 4, 5].flatMap((batch) => submitted(batch, 10))
    const state = runAt(begun(600), ...threeDone, ...running)
    expect(leftAt(state, 21)).toBe(5)
    expect(leftAt(state, 31)).toBeUndefined()
  })

  test('is not said while something stands still, and not at the end', () => {
    const failure = { kind: 'throttled' } as const
    const running = submitted(3, 10)
    const known = [begun(400), ...threeDone, ...running] as const
    expect(leftAt(runAt(...known), 11)).toBe(9)
    expect(leftAt(runAt(...known, [11, { type: 'WatchInterrupted', batch: 3, failure }]), 11)).toBeUndefined()
    expect(leftAt(runAt(...known, [11, { type: 'WatchStopped', reason: 'operator' }]), 11)).toBeUndefined()
    expect(leftAt(runAt(...known, ...finished(3, 20), [20, { type: 'RunFinished' }]), 20)).toBeUndefined()
  })

  test('is told no more exactly than it is known', () => {
    expect(roughly(20_000)).toBe('1 min')
    expect(roughly(7.4 * minute)).toBe('7 min')
    expect(roughly(31 * minute)).toBe('30 min')
    expect(roughly(74 * minute)).toBe('1 h 15 min')
    expect(roughly(121 * minute)).toBe('2 h')
  })
})
