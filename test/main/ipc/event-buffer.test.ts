import { expect, test } from 'vitest'
import { bufferEvents } from '../../../src/main/ipc/event-buffer.ts'
import type { RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import { eventsOf } from '../../support/run-samples.ts'

const finished = (batch: number): RunHappening => ({
  type: 'BatchFinished',
  batch,
  end: 'service',
  serviceStatus: 'Completed',
})
const [one, two, three] = eventsOf(finished(0), finished(1), finished(2)) as [RunEvent, RunEvent, RunEvent]
const [stopped] = eventsOf({ type: 'WatchStopped', reason: 'operator' }) as [RunEvent]

function buffering() {
  const handed: (readonly RunEvent[])[] = []
  const pauses: { readonly ms: number; end(): void }[] = []
  const buffer = bufferEvents({
    handOver: (events) => handed.push(events),
    sleep: (ms) => new Promise((end) => pauses.push({ ms, end })),
  })
  return { buffer, handed, pauses }
}

test('events of one pause are submitted together, in order', async () => {
  const { buffer, handed, pauses } = buffering()
  buffer.add(one)
  buffer.add(two)

  expect(handed).toEqual([])
  expect(pauses.map(({ ms }) => ms)).toEqual([100])
  pauses[0]?.end()
  await Promise.resolve()
  expect(handed).toEqual([[one, two]])
})

test('after a pause the next event begins another one', async () => {
  const { buffer, handed, pauses } = buffering()
  buffer.add(one)
  pauses[0]?.end()
  await Promise.resolve()
  buffer.add(two)
  pauses[1]?.end()
  await Promise.resolve()

  expect(handed).toEqual([[one], [two]])
})

test('the end of watching takes along what was held back, at once', () => {
  const { buffer, handed } = buffering()
  buffer.add(one)
  buffer.add(stopped)

  expect(handed).toEqual([[one, stopped]])
})

test('what was flushed is not submitted again when its pause ends', async () => {
  const { buffer, handed, pauses } = buffering()
  buffer.add(one)
  buffer.flush()
  buffer.flush()
  pauses[0]?.end()
  await Promise.resolve()
  buffer.add(three)

  expect(handed).toEqual([[one]])
})
