import { expect, test } from 'vitest'
import { receiveEvents } from '../../../src/renderer/src/stores/receive-events.ts'
import { createRunStore } from '../../../src/renderer/src/stores/run-store.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import { goodSheet, runEvents } from '../support/samples.ts'

const events = runEvents(
  goodSheet,
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
  { type: 'WatchStopped', reason: 'operator' },
)
const seqs = (some: readonly { readonly seq: number }[]) => some.map(({ seq }) => seq)

test('events that overlap are taken once', () => {
  const store = createRunStore()
  expect(seqs(receiveEvents(store, events.slice(0, 3)))).toEqual([1, 2, 3])
  expect(seqs(receiveEvents(store, events))).toEqual([4])
  expect(seqs(store.getState().events)).toEqual([1, 2, 3, 4])
  expect(store.getState().state?.watching).toEqual({ kind: 'stopped', reason: 'operator' })
})

test('the start of another run begins afresh', () => {
  const store = createRunStore()
  receiveEvents(store, events)
  const [started] = events
  if (started?.type !== 'RunStarted') throw new Error('A run begins with its start')
  receiveEvents(store, [{ ...started, runId: 'another', seq: 1 }])
  expect(store.getState().events).toHaveLength(1)
  expect(store.getState().state).toMatchObject({ runId: 'another', lastSeq: 1 })
})

test('nothing new tells nobody', () => {
  const store = createRunStore()
  receiveEvents(store, events)
  let told = 0
  store.subscribe(() => {
    told += 1
  })
  receiveEvents(store, events)
  expect(told).toBe(0)
})

test('an event that was read from the disk is no other one, though its keys come in another order', () => {
  const store = createRunStore()
  receiveEvents(store, events)
  const turned = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, inner]) => [key, turned(inner)] as const)
            .reverse(),
        )
      : value
  const read = events.map((event) => turned(event) as RunEvent)
  expect(JSON.stringify(read[0])).not.toBe(JSON.stringify(events[0]))
  expect(receiveEvents(store, read)).toEqual([])
  expect(store.getState().events).toEqual(events)
})

test('where main tells another story than the one known, its own is taken', () => {
  const store = createRunStore()
  receiveEvents(store, events)
  const resumed = { seq: 5, at: '2026-03-02T10:00:00.000Z', type: 'WatchResumed' } as const
  const elsewhere = { ...resumed, seq: 4, type: 'WatchStopped', reason: 'closing' } as const
  expect(seqs(receiveEvents(store, [...events.slice(0, 3), elsewhere, resumed]))).toEqual([4, 5])
  expect(store.getState().events).toEqual([...events.slice(0, 3), elsewhere, resumed])
  expect(store.getState().state?.watching).toEqual({ kind: 'watching' })
})
