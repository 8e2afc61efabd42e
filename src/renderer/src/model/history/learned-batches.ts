import type { RunEvent } from '../../../../shared/run/events.ts'
import type { RunsOnDisk } from '../../../../shared/run/past-run.ts'

/**
 * The runs on disk, with the batch IDs that a run has received since they were read. Doesn't read the disk: for a run
 * of 30,000 phones, main would be busy with its journal after each submission.
 */
export function withLearnedBatches(
  disk: RunsOnDisk,
  runId: string | undefined,
  events: readonly RunEvent[],
): RunsOnDisk {
  const learned = new Map(
    events.flatMap((event) =>
      event.type === 'BatchSubmitted' || event.type === 'BatchAdopted'
        ? [[event.batch, event.batchId] as const]
        : [],
    ),
  )
  if (learned.size === 0 || !disk.runs.some((run) => run.runId === runId)) return disk
  return {
    ...disk,
    runs: disk.runs.map((run) => {
      if (run.runId !== runId) return run
      const batches = run.batches.map((batch, index) => {
        const batchId = learned.get(index)
        return batchId === undefined ? batch : { ...batch, batchId }
      })
      return { ...run, batches }
    }),
  }
}
