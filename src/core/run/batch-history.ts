import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { type Result, succeed } from '../../shared/result.ts'
import type { HistoryBatch, HistoryPhone } from '../../shared/run/batch-history.ts'
import type { PastRun } from '../../shared/run/past-run.ts'
import type { BatchItem, BatchSummary, Gateway } from '../gateway/gateway.ts'
import { phoneStatus } from './phone-status.ts'

/** The batch history, the latest first, and which of its batches are of the given runs. */
export function joinBatchHistory(
  summaries: readonly BatchSummary[],
  runs: readonly Pick<PastRun, 'runId' | 'batches'>[],
): readonly HistoryBatch[] {
  const runOf = new Map(
    runs.flatMap(({ runId, batches }) =>
      batches.flatMap(({ batchId }) =>
        batchId === undefined ? [] : [[batchId.toLowerCase(), runId] as const],
      ),
    ),
  )
  return summaries
    .map(({ batchId, batchStatus, itemsCount, region, requestTime, userId }) => {
      const runId = runOf.get(batchId.toLowerCase())
      return {
        ...{ batchId, batchStatus },
        ...(itemsCount !== undefined && { phones: itemsCount }),
        ...(region !== undefined && { region }),
        ...(requestTime !== undefined && { requestTime }),
        ...(userId !== undefined && { userId }),
        ...(runId !== undefined && { runId }),
      }
    })
    .toSorted((a, b) => momentOf(b) - momentOf(a))
}

/** The phones of a batch, no matter who made it. */
export async function historyPhones(
  gateway: Pick<Gateway, 'batchStatus'>,
  batchId: string,
): Promise<Result<readonly HistoryPhone[], GatewayFailure>> {
  const report = await gateway.batchStatus(batchId)
  return report.ok ? succeed(report.value.items.map(inHistory)) : report
}

const inHistory = ({ userName, hardwareId, status, error }: BatchItem): HistoryPhone => ({
  username: userName,
  hardwareId,
  status: phoneStatus(status),
  said: status,
  ...(error && { error }),
})

// Without a time it is the oldest: nothing is known to have happened after it.
const momentOf = ({ requestTime }: HistoryBatch): number => Date.parse(requestTime ?? '') || 0
