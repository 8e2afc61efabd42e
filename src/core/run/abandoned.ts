import { isDeepStrictEqual } from 'node:util'
import type { RunEvent, RunHappening } from '../../shared/run/events.ts'
import { replay } from '../../shared/run/reducer.ts'

/** The event that is missing from a journal that says `watching` although no process works on the run any more. */
export const abandoned: RunHappening = { type: 'WatchStopped', reason: 'ended' }

/**
 * The events of a run that no process works on, as they are shown: whoever watched it may have ended without
 * writing so. The added event is not on disk until the run is taken up.
 */
export function markAbandoned(events: readonly RunEvent[]): readonly RunEvent[] {
  const last = events.at(-1)
  return last && replay(events)?.watching.kind === 'watching'
    ? [...events, { seq: last.seq + 1, at: last.at, ...abandoned }]
    : events
}

/**
 * The events of a run on disk, with what the screen knows of it besides: that could not be written when it happened.
 * Nothing besides where the disk tells another story from there on, for then somebody else has gone on with the run.
 */
export function withUnwritten(onDisk: readonly RunEvent[], known: readonly RunEvent[]): readonly RunEvent[] {
  const last = onDisk.at(-1)
  const sameStory = last !== undefined && isDeepStrictEqual(known[onDisk.length - 1], last)
  if (!sameStory) return onDisk
  // What was only added to be shown is not known: it is said when the run is taken up.
  return [...onDisk, ...known.slice(onDisk.length).filter((event) => !isAbandoned(event))]
}

const isAbandoned = (event: RunEvent): boolean => event.type === 'WatchStopped' && event.reason === 'ended'
