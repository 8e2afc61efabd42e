import { expect, test } from 'vitest'
import { quietBatches } from '../../../../src/renderer/src/model/run/quiet-batches.ts'
import type { RunHappening } from '../../../../src/shared/run/events.ts'
import { replay } from '../../../../src/shared/run/reducer.ts'
import { goodSheet, runEvents } from '../../support/samples.ts'

const minute = 60_000
const submitted: readonly RunHappening[] = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
]
const failure = { kind: 'throttled', message: 'The service asks for fewer requests.' } as const

/** Which batches are quiet so many ms after the last of these. */
function quietAfter(ms: number, ...happenings: readonly RunHappening[]) {
  const events = runEvents(goodSheet, ...submitted, ...happenings)
  const last = Date.parse(events.at(-1)?.at ?? '')
  return quietBatches({ events, state: replay(events) }, last + ms)
}

test('a watched batch is quiet when none of its phones has changed for 20 minutes', () => {
  expect(quietAfter(20 * minute - 1)).toEqual([])
  expect(quietAfter(20 * minute)).toEqual([{ batch: 0, batchId: 'b', minutes: 20 }])
})

test('a change begins the time anew', () => {
  const change: RunHappening = {
    type: 'PhonesReported',
    batch: 0,
    phones: [{ phone: 0, status: 'signed in', said: 'success' }],
  }
  expect(quietAfter(19 * minute, change)).toEqual([])
})

test.each<[string, readonly RunHappening[]]>([
  ['nobody watched', [{ type: 'WatchStopped', reason: 'closing' }, { type: 'WatchResumed' }]],
  [
    'no answer came',
    [
      { type: 'WatchInterrupted', batch: 0, failure },
      { type: 'WatchResumed', batch: 0 },
    ],
  ],
])('the time in which %s does not count', (_, happenings) => {
  expect(quietAfter(20 * minute - 1, ...happenings)).toEqual([])
  expect(quietAfter(20 * minute, ...happenings)).toHaveLength(1)
})

test.each<[string, RunHappening]>([
  ['is interrupted', { type: 'WatchInterrupted', batch: 0, failure }],
  ['is not watched', { type: 'WatchStopped', reason: 'operator' }],
  ['is finished', { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' }],
])('a batch that %s is not called quiet', (_, happening) => {
  expect(quietAfter(60 * minute, happening)).toEqual([])
})
