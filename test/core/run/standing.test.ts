import { describe, expect, test } from 'vitest'
import { markAbandoned } from '../../../src/core/run/abandoned.ts'
import { standingOf } from '../../../src/core/run/standing.ts'
import { withUnwritten } from '../../../src/core/run/unwritten-events.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { eventsOf, phoneListOf, runStarted } from '../../support/run-samples.ts'

const started = runStarted(planRun(phoneListOf(2, 'NOAM')))
const stopped = { type: 'WatchStopped', reason: 'operator' } as const
const taken = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b-1' },
] as const
const phones = [0, 1].map((phone) => ({ phone, status: 'signed in', said: 'success' }) as const)
const told = { type: 'PhonesReported', batch: 0, phones } as const

const statuses = async (shown: readonly RunEvent[], onDisk: readonly RunEvent[] | undefined) => {
  const standing = await standingOf(
    { eventsOf: () => shown },
    {
      read: async (_, known = []) =>
        onDisk
          ? succeed(markAbandoned(withUnwritten(onDisk, known)))
          : fail({ kind: 'no-run', message: 'Gone.', remedy: '' }),
    },
  )('20260302-090000-abcdef')
  return standing.ok ? standing.value.phones.map(({ status }) => status) : standing.failure.message
}

describe('how a run stands', () => {
  const left = eventsOf(started, ...taken, stopped)

  test('is what a terminal has made of it since it was shown in the window', async () => {
    const finished = eventsOf(
      ...[started, ...taken, stopped, { type: 'WatchResumed' } as const, told],
      { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
      { type: 'RunFinished' },
    )
    expect(await statuses(left, finished)).toEqual(['signed in', 'signed in'])
    expect(await statuses(markAbandoned(eventsOf(started, ...taken)), finished)).toEqual([
      'signed in',
      'signed in',
    ])
  })

  test('is what is known on the screen, too, and could not be written', async () => {
    const known = eventsOf(started, ...taken, told, { type: 'WatchStopped', reason: 'journal' })
    expect(await statuses(known, eventsOf(started, taken[0]))).toEqual(['signed in', 'signed in'])
    expect(await statuses(known, undefined)).toEqual(['signed in', 'signed in'])
  })

  test('is as it lies on disk where another run is shown, or none', async () => {
    expect(await statuses([], left)).toEqual(['signing in', 'signing in'])
    expect(await statuses([], undefined)).toBe('Gone.')
  })
})
