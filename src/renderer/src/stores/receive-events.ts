import type { RunEvent } from '../../../shared/run/events.ts'
import { reduceAll, replay } from '../../../shared/run/reducer.ts'
import type { RunStore } from './run-store.ts'

/**
 * Takes events as main pushes or answers them. Known events are skipped, so a snapshot and the pushes around it may
 * overlap. If they differ from the known events, the new ones are right. Answers the events that were new.
 */
export function receiveEvents(store: RunStore, received: readonly RunEvent[]): readonly RunEvent[] {
  let { events, state } = store.getState()
  let fresh: RunEvent[] = []
  const known = (): readonly RunEvent[] => [...events, ...fresh]
  for (const event of received) {
    const isStart = event.type === 'RunStarted'
    if (!state && fresh.length === 0 && !isStart) continue
    const before = at(events, fresh, event.seq)
    if (before && isSame(before, event)) continue
    if (before) {
      events = isStart ? [] : known().slice(0, event.seq - 1)
      fresh = []
      state = replay(events)
    }
    fresh.push(event)
  }
  if (fresh.length > 0) store.setState({ events: known(), state: reduceAll(state, fresh) }, true)
  return fresh
}

const at = (events: readonly RunEvent[], fresh: readonly RunEvent[], seq: number): RunEvent | undefined =>
  seq <= events.length ? events[seq - 1] : fresh[seq - events.length - 1]

/**
 * Events are plain data, and only main writes them: the same event has the same text, except for the order of its keys, which
 * may change when it is read from the disk.
 */
const isSame = (one: RunEvent, other: RunEvent): boolean =>
  one === other ||
  (one.at === other.at && (JSON.stringify(one) === JSON.stringify(other) || inOrder(one) === inOrder(other)))

const inOrder = (event: RunEvent): string =>
  JSON.stringify(event, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
