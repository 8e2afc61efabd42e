import { isWatching } from '../../../../shared/run/is-watching.ts'
import { type PastRun, pastRun, type RunsOnDisk } from '../../../../shared/run/past-run.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import type { RecordedBatch } from '../../../../shared/run/service-record.ts'

/** The runs of the disk; the one that this window watches as it stands now. */
export function withShown(runs: readonly PastRun[], shown: RunState | undefined): readonly PastRun[] {
  if (!shown || !isWatching(shown)) return runs
  return runs.map((run) => (run.runId === shown.runId ? pastRun(shown, run.trouble) : run))
}

/** The run on this disk that made a batch. */
export const runOf = (
  { runId }: Pick<RecordedBatch, 'runId'>,
  disk: RunsOnDisk | undefined,
): PastRun | undefined => (runId === undefined ? undefined : disk?.runs.find((run) => run.runId === runId))

/** Whether a batch is of no run on this disk; a run may have been deleted since the record was read. */
export const isElsewhere = (batch: Pick<RecordedBatch, 'runId'>, disk: RunsOnDisk | undefined): boolean =>
  batch.runId === undefined || (disk !== undefined && !runOf(batch, disk))
