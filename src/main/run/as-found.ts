import type { RunEvent, RunHappening } from '../../shared/run/events.ts'
import { replay } from '../../shared/run/reducer.ts'

/** What is to be added to a journal that says `watching` and that nobody carries any more. */
export const endedUnsaid: RunHappening = { type: 'WatchStopped', reason: 'ended' }

/**
 * The events of a run that nobody carries, as they are to be shown: whoever watched it may have ended without
 * writing so. What is added is not on disk until the run is taken up.
 */
export function asFound(events: readonly RunEvent[]): readonly RunEvent[] {
  const last = events.at(-1)
  return last && replay(events)?.watching.kind === 'watching'
    ? [...events, { seq: last.seq + 1, at: last.at, ...endedUnsaid }]
    : events
}
