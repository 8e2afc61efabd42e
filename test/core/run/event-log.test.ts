import { describe, expect, test } from 'vitest'
import { createEventLog, JournalBroken } from '../../../src/core/run/event-log.ts'
import type { RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import { eventsOf, startedWith } from '../../support/run-samples.ts'

const submitting: RunHappening = { type: 'BatchSubmitting', batch: 0, attempt: 1 }
const submitted: RunHappening = { type: 'BatchSubmitted', batch: 0, batchId: 'b-1' }

function logOf(options: { readonly past?: readonly RunEvent[]; readonly keepsEvents?: boolean }) {
  const written: RunEvent[] = []
  const published: RunEvent[] = []
  let isFull = false
  const log = createEventLog({
    ...options,
    journal: {
      file: 'run.jsonl',
      async append(event) {
        if (isFull) throw new Error('The disk is full')
        written.push(event)
      },
      close: async () => {},
    },
    now: () => 0,
    publish: (event) => published.push(event),
  })
  return {
    ...{ log, written, published },
    fill() {
      isFull = true
    },
  }
}

describe.each([true, false])('a log that keeps its events: %s', (keepsEvents) => {
  test('numbers them on, writes and publishes each, and comes to the same state', async () => {
    const past = eventsOf(startedWith(2))
    const { log, written, published } = logOf({ past, keepsEvents })
    await log.record(submitting)
    await log.record(submitted)

    expect(written.map(({ seq }) => seq)).toEqual([2, 3])
    expect(published).toEqual(written)
    expect(log.state()).toMatchObject({ lastSeq: 3, batches: [{ stage: 'open', batchId: 'b-1' }] })
    expect(log.events()).toEqual(keepsEvents ? [...past, ...written] : [])
  })

  test('publishes an answer that the full disk did not take, and that the run goes on no more', async () => {
    const { log, published, fill } = logOf({ past: eventsOf(startedWith(2), submitting), keepsEvents })
    fill()
    await expect(log.record(submitted)).rejects.toThrow(JournalBroken)

    expect(published.map(({ seq, type }) => [seq, type])).toEqual([
      [3, 'BatchSubmitted'],
      [4, 'WatchStopped'],
    ])
  })
})
