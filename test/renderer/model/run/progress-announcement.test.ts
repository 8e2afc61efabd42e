import { describe, expect, test } from 'vitest'
import { announcement } from '../../../../src/renderer/src/model/run/progress-announcement.ts'
import type { RunHappening } from '../../../../src/shared/run/events.ts'
import { goodSheet, runOf } from '../../support/samples.ts'

const submitted: readonly RunHappening[] = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
]
const oneIn: RunHappening = {
  type: 'PhonesReported',
  batch: 0,
  phones: [{ phone: 0, status: 'signed in', said: 'success' }],
}
const failure = { kind: 'throttled', message: 'The service asks for fewer requests.' } as const
const running = runOf(goodSheet, ...submitted, oneIn)
const second = 1000

describe('what a screen reader is told of a run', () => {
  test('is progress at most every 15 seconds', () => {
    const last = { words: '', at: 0 }
    expect(announcement(running, 14 * second, last)).toBeUndefined()
    expect(announcement(running, 15 * second, last)).toBe('1 of 2 phones signed in, 0 failed.')
  })

  test('is nothing where there is no progress', () => {
    const last = { words: '1 of 2 phones signed in, 0 failed.', at: 0 }
    expect(announcement(running, 60 * second, last)).toBeUndefined()
  })

  test('is an interruption at once, and once', () => {
    const interrupted = runOf(goodSheet, ...submitted, { type: 'WatchInterrupted', batch: 0, failure })
    const said = announcement(interrupted, second, { words: '', at: 0 })
    expect(said).toContain(failure.message)
    expect(announcement(interrupted, 2 * second, { words: said ?? '', at: second })).toBeUndefined()
  })

  test('is the end at once, with the counts', () => {
    const finished = runOf(
      goodSheet,
      ...submitted,
      oneIn,
      { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
      { type: 'RunFinished' },
    )
    expect(announcement(finished, second, { words: '', at: 0 })).toMatch(
      /^The run is finished after 5 s: 1 signed in, 0 failed\./,
    )
  })
})
