import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseJournal } from '../../../src/core/run/journal.ts'
import { type StopReason, stopReasons } from '../../../src/shared/run/events.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { endWords, leftOutWords, resultWords } from '../../../src/shared/run/why-words.ts'

// Written by no version that made this journal.
const addedSince = ['held', 'unchecked'] satisfies readonly StopReason[]

// Written once by the version that made the format, with each of its events, failures and reasons; never to be
// changed. Whoever makes another format adds a file.
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
    leftOut: [{ row: 9, region: 'EMEA', why: { code: 'written', sentence: 'Not a hardware ID.' } }],
    batches: [{ stage: 'finished', attempts: 3, end: { end: 'service', serviceStatus: 'Completed' } }],
    phones: [
      { status: 'unknown', said: 'inProgress' },
      { status: 'signed in', said: 'success' },
      { status: 'failed', result: 'Device is offline.' },
      { status: 'unknown' },
    ],
  })
})

// Written once by the version that made the format, with each of its events, codes and reasons; never to be changed.
test('a journal of format 2 is read to its end, means what it meant, and is shown in words', async () => {
  const { events, unsound } = parseJournal(
    await readFile(join(import.meta.dirname, 'journals/format-2.jsonl')),
  )
  expect(unsound).toBeUndefined()
  expect(events).toHaveLength(49)
  const reasons = events.flatMap((event) => (event.type === 'WatchStopped' ? [event.reason] : []))
  expect(new Set(reasons)).toEqual(new Set(stopReasons))
  const state = replay(events)
  expect(state?.phones.map(({ status }) => status)).toEqual([
    ...['failed', 'failed', 'unknown', 'not sent', 'unknown', 'not sent'],
  ])
  expect(state?.phones.map(resultWords)).toEqual([
    'Device is offline.',
    expect.stringMatching(/^HTTP 403 came instead of an answer from api\.interfaces/),
    "The service can't answer at the moment (HTTP 503). Try again later.",
    'Not sent: run 20260301-080000-0a1b2c submitted this phone since this run began.',
    undefined,
    'Not sent: the queue of this run was discarded.',
  ])
  expect(state?.batches.map(endWords)).toEqual([
    ...['Completed', undefined, 'left unknown by the operator', undefined, 'No such batch.', undefined],
  ])
  expect(state?.leftOut.map((row) => leftOutWords(row))).toEqual([
    expect.stringMatching(
      /^Row 8: "none" isn't a hardware ID: .* Row 8: "left8" isn't a username: it has no @\./,
    ),
    expect.stringMatching(/^No region is known/),
    expect.stringMatching(/^The run of earlier\.csv of 1 Mar 2026.* has this phone under way\.$/),
    expect.stringMatching(/^Signed in on 1 Mar 2026.* by the run of earlier\.csv/),
  ])
})
