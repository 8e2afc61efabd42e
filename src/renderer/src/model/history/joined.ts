import type { HistoryBatch } from '../../../../shared/run/batch-history.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { type PastRun, pastRun, type RunsOnDisk } from '../../../../shared/run/past-run.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { memoizeLast } from '../memoize-last.ts'

/** The runs of the disk; the one that this window watches as it stands now. */
export function withShown(runs: readonly PastRun[], shown: RunState | undefined): readonly PastRun[] {
  if (!shown || !isWatching(shown)) return runs
  return runs.map((run) => (run.runId === shown.runId ? pastRun(shown, run.trouble) : run))
}

/** The run on this disk that made a batch; one may have learned of it only since the batch history was read. */
export const runOf = (batch: Joinable, disk: RunsOnDisk | undefined): PastRun | undefined =>
  batch.runId === undefined
    ? disk && makersIn(disk).get(batch.batchId.toLowerCase())
    : disk?.runs.find((run) => run.runId === batch.runId)

/** Whether a batch is of no run on this disk; a run may have been deleted since the batch history was read. */
export const isElsewhere = (batch: Joinable, disk: RunsOnDisk | undefined): boolean =>
  disk ? !runOf(batch, disk) : batch.runId === undefined

type Joinable = Pick<HistoryBatch, 'batchId' | 'runId'>

const makersIn = memoizeLast(
  ({ runs }: RunsOnDisk): ReadonlyMap<string, PastRun> =>
    new Map(
      runs.flatMap((run) =>
        run.batches.flatMap(({ batchId }) =>
          batchId === undefined ? [] : [[batchId.toLowerCase(), run] as const],
        ),
      ),
    ),
)
