import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseJournal } from '../../../src/core/run/journal.ts'
import { type StopReason, stopReasons } from '../../../src/shared/run/events.ts'
import { replay } from '../../../src/shared/run/reducer.ts'

// Written by no version that made this journal.
const addedSince = ['held', 'unchecked'] satisfies readonly StopReason[]

// Written once by the version that made the format, with each of its events, failures and reasons; never to be
// changed. Whoever makes a format 2 adds a file.
test('a journal of format 1 is read to its end, and means what it meant', async () => {
  const { events, unsound } = parseJournal(
    await readFile(join(import.meta.dirname, 'journals/format-1.jsonl')),
  )
  expect(unsound).toBeUndefined()
  expect(events).toHaveLength(38)
  const reasons = events.flatMap((event) => (event.type === 'WatchStopped' ? [event.reason] : []))
  expect(new Set(stopReasons).difference(new Set(reasons))).toEqual(new Set(addedSince))
  expect(replay(events)).toMatchObject({
    retryOf: '20260301-080000-0a1b2c',
    watching: { kind: 'finished' },
    leftOut: [{ row: 9, region: 'EMEA', reason: 'Not a hardware ID.' }],
    batches: [{ stage: 'finished', attempts: 3, serviceStatus: 'Completed' }],
    phones: [
      { status: 'unknown', said: 'inProgress' },
      { status: 'signed in', said: 'success' },
      { status: 'failed', result: 'Device is offline.' },
      { status: 'unknown' },
    ],
  })
})
