import { isDeepStrictEqual } from 'node:util'
import type { RunEvent } from '../../shared/run/events.ts'
import { isAbandoned } from './abandoned.ts'
import type { LockedJournal } from './locked-journal.ts'

/*
 * A full disk takes no more lines of a journal. Only the screen then knows what the service answered before the run
 * stopped. `createShownRun` keeps those events, and code that reads or resumes the run adds them with these functions.
 */

/**
 * The events of a run on disk, with those that could not be written and that only the screen knows (`known`).
 * Adds nothing if the disk continues differently, because then another process has continued the run.
 */
export function withUnwritten(onDisk: readonly RunEvent[], known: readonly RunEvent[]): readonly RunEvent[] {
  const last = onDisk.at(-1)
  const sameStory = last !== undefined && isDeepStrictEqual(known[onDisk.length - 1], last)
  if (!sameStory) return onDisk
  // An event that was only added for display is not known. It is written when the run is resumed.
  return [...onDisk, ...known.slice(onDisk.length).filter((event) => !isAbandoned(event))]
}

/** Writes those of these events that the journal lacks; answers all of them. Rejects as `append` does. */
export async function writeUnwritten(
  { journal, past }: Pick<LockedJournal, 'journal' | 'past'>,
  known: readonly RunEvent[],
): Promise<readonly RunEvent[]> {
  const all = withUnwritten(past, known)
  for (const event of all.slice(past.length)) await journal.append(event)
  return all
}
