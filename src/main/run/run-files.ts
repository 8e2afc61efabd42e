import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { countPhones, type PhoneCounts } from '../../shared/run/counts.ts'
import { replay } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { type JournalContent, type JournalDamage, readJournal } from './journal.ts'
import { isRunId } from './run-id.ts'

export { isRunId, newRunId } from './run-id.ts'

/** Where the journals of a data directory are. */
export const runsDirectory = (dataDirectory: string): string => join(dataDirectory, 'runs')

export const journalFile = (directory: string, runId: string): string => join(directory, `${runId}.jsonl`)

/** One run on disk, as lists of runs show it. */
export type RunOnDisk = {
  readonly runId: string
  readonly file: string
  /** Absent when not even the first line can be read. */
  readonly state?: RunState
  readonly counts?: PhoneCounts
  /** Why the journal could not be read to its end. */
  readonly unsound?: JournalDamage
}

/** All runs of the directory: open ones first, then by start, the latest first. Empty when there is none. */
export async function listRuns(directory: string): Promise<readonly RunOnDisk[]> {
  const names = await readdir(directory).catch(() => [])
  const runs = await Promise.all(
    names
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => name.slice(0, -6))
      .filter(isRunId)
      .map((runId) => readRun(directory, runId)),
  )
  return runs.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.runId.localeCompare(a.runId))
}

/** Whether there is something left to watch or to decide. */
export const isOpen = ({ state }: RunOnDisk): boolean =>
  state !== undefined && state.watching.kind !== 'finished'

async function readRun(directory: string, runId: string): Promise<RunOnDisk> {
  const file = journalFile(directory, runId)
  const content: JournalContent = await readJournal(file).catch((error: Error) => ({
    events: [],
    soundBytes: 0,
    unsound: { kind: 'foreign', message: error.message },
  }))
  const state = replay(content.events)
  return {
    runId,
    file,
    ...(state && { state, counts: countPhones(state) }),
    ...(content.unsound !== undefined && { unsound: content.unsound }),
  }
}
