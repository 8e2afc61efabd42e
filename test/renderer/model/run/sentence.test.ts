import { expect, test } from 'vitest'
import { sentence } from '../../../../src/renderer/src/model/run/sentence.ts'
import type { RunHappening } from '../../../../src/shared/run/events.ts'
import { goodSheet, runEvents, runOf } from '../../support/samples.ts'

const failure = {
  kind: 'denied',
  why: { code: 'written', sentence: 'The service does not allow this.' },
} as const
const batch = 0

const happenings: readonly (readonly [RunHappening, string])[] = [
  [{ type: 'BatchSubmitting', batch, attempt: 1 }, 'Submitting batch 1: 2 phones, NOAM.'],
  [{ type: 'BatchSubmitting', batch, attempt: 2 }, 'Submitting batch 1: 2 phones, NOAM, attempt 2.'],
  [{ type: 'BatchSubmitted', batch, batchId: 'abc' }, 'Batch 1 was received as abc.'],
  [
    { type: 'BatchSubmitted', batch, batchId: 'abc', warning: 'Slow today.' },
    'Batch 1 was received as abc. The service warns: Slow today.',
  ],
  [{ type: 'BatchRefused', batch, failure }, 'Batch 1 was refused: The service does not allow this.'],
  [{ type: 'BatchOutcomeUnknown', batch }, "We couldn't confirm that Microsoft received batch 1."],
  [
    {
      type: 'PhonesReported',
      batch,
      phones: [
        { phone: 0, status: 'signed in', said: 'success' },
        { phone: 1, status: 'signing in', said: 'InProgress' },
      ],
    },
    'Batch 1: 1 signed in, 1 in progress.',
  ],
  [
    { type: 'BatchFinished', batch, end: 'service', serviceStatus: 'Completed' },
    'Batch 1 is finished. The service says: Completed.',
  ],
  [
    { type: 'WatchInterrupted', batch, failure },
    "Batch 1 can't be watched at the moment: The service does not allow this.",
  ],
  [{ type: 'WatchResumed', batch }, 'Batch 1 is watched again.'],
  [{ type: 'WatchResumed' }, 'The run was resumed.'],
  [
    { type: 'WatchStopped', reason: 'operator' },
    'The operator stopped watching. Microsoft continues with the phones already submitted.',
  ],
  [{ type: 'RunFinished' }, 'The run is finished.'],
]

test.each(happenings)('an event is one sentence: %o', (happening, words) => {
  const event = { seq: 2, at: '2026-03-02T09:00:01Z', ...happening }
  expect(sentence(event, runOf(goodSheet))).toBe(words)
})

test('the start names list, tenant and number', () => {
  const [started] = runEvents(goodSheet)
  expect(started && sentence(started, runOf(goodSheet))).toBe(
    'Run started in Contoso: 2 phones of phones.csv in 1 batch.',
  )
})

test('a next try is told by the clock on the wall', () => {
  const nextTryAt = new Date(2026, 2, 2, 9, 4, 12).toISOString()
  const event = { seq: 2, at: nextTryAt, type: 'WatchInterrupted', batch, failure, nextTryAt } as const
  expect(sentence(event, runOf(goodSheet))).toMatch(/Next try at 09:04:12\.$/)
})
