import { expect, test } from 'vitest'
import { createPhoneCourses } from '../../../src/core/run/phone-courses.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { eventsOf, phoneListOf, runStarted } from '../../support/run-samples.ts'

/** A batch that is over: its first phone came through one second after it was sent, its second after two, and so on. */
function over(): RunState {
  const plan = planRun(phoneListOf(10, 'NOAM'))
  const state = replay(
    eventsOf(
      runStarted(plan),
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      { type: 'BatchSubmitted', batch: 0, batchId: 'one' },
      {
        ...{ type: 'PhonesReported', batch: 0 },
        phones: Array.from({ length: 10 }, (_, phone) => ({
          phone,
          status: 'signed in' as const,
          said: 'success',
        })),
      },
      { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
    ),
  )
  const sent = Date.parse(state?.batches[0]?.submittingAt ?? '')
  if (!state) throw new Error('No run')
  const since = (index: number): string => new Date(sent + (index + 1) * 1_000).toISOString()
  return { ...state, phones: state.phones.map((phone, index) => ({ ...phone, since: since(index) })) }
}

test('tells from batches that are over how likely a phone comes through next', () => {
  const courses = createPhoneCourses(undefined)
  expect(courses.chance(0, 10_000)).toBeUndefined()
  courses.learn(over(), 0)
  expect(courses.chance(0, 900)).toBe(0)
  expect(courses.chance(0, 5_000)).toBe(0.5)
  expect(courses.chance(8_000, 1_000)).toBe(0.5)
  expect(courses.chance(9_500, 1_000)).toBe(1)
  expect(courses.chance(10_000, 1_000)).toBeUndefined()
})

test('has learned from what was over before, when a run is taken up again', () => {
  expect(createPhoneCourses(over()).chance(0, 5_000)).toBe(0.5)
})

test('learns nothing from a batch that was not sent', () => {
  const state = over()
  const [batch] = state.batches
  if (!batch) throw new Error('No batch')
  const { submittingAt: _, ...unsent } = batch
  const courses = createPhoneCourses(undefined)
  courses.learn({ ...state, batches: [unsent] }, 0)
  expect(courses.chance(0, 5_000)).toBeUndefined()
})
