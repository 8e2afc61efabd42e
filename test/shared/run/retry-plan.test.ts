import { describe, expect, test } from 'vitest'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { type PastRun, pastRun } from '../../../src/shared/run/past-run.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { leftOutOfRetry, retryPlan } from '../../../src/shared/run/retry-plan.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { eventsOf, phoneListOf, runStarted, stateOf } from '../../support/run-samples.ts'

type Ends = 'signed in' | 'failed' | 'signing in'

const submitted: readonly RunHappening[] = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
]
const reported = (statuses: readonly Ends[]): RunHappening => ({
  type: 'PhonesReported',
  batch: 0,
  phones: statuses.map((status, phone) => ({ phone, status, said: status })),
})
const finished: readonly RunHappening[] = [
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
  { type: 'RunFinished' },
]
const whole = (...statuses: readonly Ends[]) => [...submitted, reported(statuses), ...finished]

// Four phones of rows 2 to 5: the first is signed in, three failed.
const start = runStarted(planRun(phoneListOf(4, 'NOAM')))
const first = stateOf(start, ...whole('signed in', 'failed', 'failed', 'failed'))

/** A run that tried these rows of the list again, as it lies on the disk. */
function retried(
  runId: string,
  retryOf: string | undefined,
  rows: readonly number[],
  ...happened: readonly RunHappening[]
): PastRun {
  const list = phoneListOf(4, 'NOAM')
  const plan = planRun({ ...list, rows: list.rows.filter(({ row }) => rows.includes(row)) })
  const events = eventsOf(runStarted(plan), ...happened)
  const [begun, ...rest] = events
  if (begun?.type !== 'RunStarted') throw new Error('A run begins with its start')
  const state = replay([{ ...begun, runId, ...(retryOf !== undefined && { retryOf }) }, ...rest])
  return pastRun(state as RunState, undefined)
}

const rowsOf = (state: RunState, runs: readonly PastRun[]) =>
  retryPlan(state, runs).phones.map(({ row }) => row)
const leftOut = (state: RunState, runs: readonly PastRun[]) =>
  leftOutOfRetry(state, runs).map(({ fate, run, phones }) => [fate, run.runId, phones])

describe('another try of the failed phones', () => {
  test('has all of them as long as nobody has tried since', () => {
    expect(rowsOf(first, [])).toEqual([3, 4, 5])
    expect(rowsOf(first, [pastRun(first, undefined)])).toEqual([3, 4, 5])
    expect(leftOut(first, [])).toEqual([])
  })

  test('leaves out those that a later retry has signed in, and says which one', () => {
    const later = retried('1', first.runId, [3, 4, 5], ...whole('signed in', 'failed', 'signed in'))
    expect(rowsOf(first, [later])).toEqual([4])
    expect(leftOut(first, [later])).toEqual([['signed in', '1', 2]])
    expect(retryPlan(first, [later]).batches).toEqual([{ region: 'NOAM', phones: [0] }])
  })

  test('leaves out those that are under way in a later retry or wait in it', () => {
    const watched = retried('1', first.runId, [3, 4], ...submitted, reported(['signing in']))
    const stopped = retried('2', first.runId, [5], { type: 'WatchStopped', reason: 'operator' })
    expect(rowsOf(first, [watched, stopped])).toEqual([])
    expect(leftOut(first, [watched, stopped])).toEqual([
      ['open', '1', 2],
      ['open', '2', 1],
    ])
  })

  test('leaves out those unconfirmed in a later retry, and those left unknown by it', () => {
    const unconfirmed: readonly RunHappening[] = [
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      { type: 'BatchOutcomeUnknown', batch: 0 },
    ]
    const undecided = retried('1', first.runId, [3], ...unconfirmed, {
      type: 'WatchStopped',
      reason: 'undecided',
    })
    const forgotten = retried('2', first.runId, [4, 5], ...submitted, ...finished)
    expect(rowsOf(first, [undecided, forgotten])).toEqual([])
    expect(leftOut(first, [undecided, forgotten])).toEqual([
      ['open', '1', 1],
      ['unknown', '2', 2],
    ])
  })

  test('knows the retry of a retry, and one beside it, also where a run between them is gone', () => {
    const [second, third, beside] = [
      retried('1', first.runId, [3, 4, 5], ...whole('failed', 'failed', 'failed')),
      retried('2', '1', [3], ...whole('signed in')),
      retried('3', first.runId, [4], ...whole('signed in')),
    ] as const
    expect(rowsOf(first, [third, beside, second])).toEqual([5])
    const opened = { ...first, runId: '1', retryOf: first.runId, startedAt: second.startedAt }
    expect(rowsOf(opened, [pastRun(first, undefined), third, beside])).toEqual([5])
  })

  test('knows the retry of a retry that is gone or cannot be read, by its having begun later', () => {
    const begun = (run: PastRun, startedAt: string): PastRun => ({ ...run, startedAt })
    const orphan = retried('2', 'gone', [3], ...whole('signed in'))
    const later = begun(orphan, '2026-03-05T09:00:00.000Z')
    expect(rowsOf(first, [later])).toEqual([4, 5])
    expect(leftOut(first, [later])).toEqual([['signed in', '2', 1]])
    const itsOwn = begun(retried('3', '2', [4], ...whole('signed in')), later.startedAt)
    const before = begun(retried('4', 'gone', [5], ...whole('signed in')), '2026-03-01T09:00:00.000Z')
    expect(rowsOf(first, [itsOwn, before, later])).toEqual([5])
    expect(rowsOf(first, [begun(orphan, '2026-03-01T09:00:00.000Z')])).toEqual([3, 4, 5])
    expect(rowsOf(first, [{ ...later, tenant: { ...later.tenant, id: 'other' } }])).toEqual([3, 4, 5])
  })

  test('does not care for other runs, nor for those of another tenant', () => {
    const other = retried('1', undefined, [3, 4, 5], ...whole('signed in', 'signed in', 'signed in'))
    const elsewhere = retried('2', first.runId, [3], ...whole('signed in'))
    const foreign = { ...elsewhere, tenant: { ...elsewhere.tenant, id: 'other' } }
    expect(rowsOf(first, [elsewhere])).toEqual([4, 5])
    expect(rowsOf(first, [other, foreign])).toEqual([3, 4, 5])
  })

  test('does not need a clock that goes right', () => {
    const second = retried('2', first.runId, [3, 4, 5], ...whole('failed', 'failed', 'failed'))
    const third = retried('1', '2', [3], ...whole('signed in'))
    const earlier = { ...third, startedAt: '2026-03-01T09:00:00.000Z' }
    expect(rowsOf(first, [second, earlier])).toEqual([4, 5])
    expect(rowsOf(first, [earlier, second])).toEqual([4, 5])
  })

  test('ends also where runs name each other', () => {
    const one = retried('1', '2', [3], ...whole('failed'))
    const two = retried('2', '1', [3], ...whole('failed'))
    expect(rowsOf(first, [one, two])).toEqual([3, 4, 5])
  })
})
