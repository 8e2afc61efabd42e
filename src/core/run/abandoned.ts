import type { RunEvent, RunHappening } from '../../shared/run/events.ts'
import { replay } from '../../shared/run/reducer.ts'

/** The event that is missing from a journal that says `watching` although no process works on the run any more. */
export const abandoned: RunHappening = { type: 'WatchStopped', reason: 'ended' }

/**
 * The events of a run that no process works on, as they are shown. The process that watched it may have ended without
 * writing so. The added event is not on disk until the run is resumed.
 */
export function markAbandoned(events: readonly RunEvent[]): readonly RunEvent[] {
  const last = events.at(-1)
  return last && replay(events)?.watching.kind === 'watching'
    ? [...events, { seq: last.seq + 1, at: last.at, ...abandoned }]
    : events
}

export const isAbandoned = (event: RunEvent): boolean =>
  event.type === 'WatchStopped' && event.reason === 'ended'
