import { isDeepStrictEqual } from 'node:util'
import type { RunEvent } from '../../shared/run/events.ts'
import { isAbandoned } from './abandoned.ts'
import type { LockedJournal } from './locked-journal.ts'

/*
 * A full disk takes no further line of a journal. What the service answered before the run stopped for that is known
 * on the screen alone: `createShownRun` keeps it, and whoever reads or takes up the run adds it with these functions.
 */

/**
 * The events of a run on disk, with those that the screen knows besides (`known`) and that could not be written.
 * Nothing besides where the disk tells another story from there on, for then somebody else has gone on with the run.
 */
export function withUnwritten(onDisk: readonly RunEvent[], known: readonly RunEvent[]): readonly RunEvent[] {
  const last = onDisk.at(-1)
  const sameStory = last !== undefined && isDeepStrictEqual(known[onDisk.length - 1], last)
  if (!sameStory) return onDisk
  // What was only added to be shown is not known: it is said when the run is taken up.
  return [...onDisk, ...known.slice(onDisk.length).filter((event) => !isAbandoned(event))]
}

/** Writes to the journal what of these events it lacks; answers all of them. Rejects as `append` does. */
export async function writeUnwritten(
  { journal, past }: Pick<LockedJournal, 'journal' | 'past'>,
  known: readonly RunEvent[],
): Promise<readonly RunEvent[]> {
  const all = withUnwritten(past, known)
  for (const event of all.slice(past.length)) await journal.append(event)
  return all
}
