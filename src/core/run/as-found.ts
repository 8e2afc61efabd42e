import { isDeepStrictEqual } from 'node:util'
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

/**
 * The events of a run on disk, with what the screen knows of it besides: that could not be written when it happened.
 * Nothing besides where the disk tells another story from there on, for then somebody else has gone on with the run.
 */
export function withUnwritten(onDisk: readonly RunEvent[], known: readonly RunEvent[]): readonly RunEvent[] {
  const last = onDisk.at(-1)
  const sameStory = last !== undefined && isDeepStrictEqual(known[onDisk.length - 1], last)
  if (!sameStory) return onDisk
  // What was only added to be shown is not known: it is said when the run is taken up.
  return [...onDisk, ...known.slice(onDisk.length).filter((event) => !isEndedUnsaid(event))]
}

const isEndedUnsaid = (event: RunEvent): boolean => event.type === 'WatchStopped' && event.reason === 'ended'
