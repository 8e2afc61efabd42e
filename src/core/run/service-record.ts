import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { type Result, succeed } from '../../shared/result.ts'
import type { PastRun } from '../../shared/run/past-run.ts'
import type { RecordedBatch, RecordedPhone } from '../../shared/run/service-record.ts'
import type { BatchItem, BatchSummary, Gateway } from '../gateway/gateway.ts'
import { phoneStatus } from './phone-status.ts'

/** The service's record, the latest first, and which of its batches are of the given runs. */
export function joinRecord(
  summaries: readonly BatchSummary[],
  runs: readonly Pick<PastRun, 'runId' | 'batches'>[],
): readonly RecordedBatch[] {
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

/** The phones of a batch, whoever made it. */
export async function recordedPhones(
  gateway: Pick<Gateway, 'batchStatus'>,
  batchId: string,
): Promise<Result<readonly RecordedPhone[], GatewayFailure>> {
  const report = await gateway.batchStatus(batchId)
  return report.ok ? succeed(report.value.items.map(recorded)) : report
}

const recorded = ({ userName, hardwareId, status, error }: BatchItem): RecordedPhone => ({
  username: userName,
  hardwareId,
  status: phoneStatus(status),
  said: status,
  ...(error && { error }),
})

// Without a time it is the oldest: nothing is known to have happened after it.
const momentOf = ({ requestTime }: RecordedBatch): number => Date.parse(requestTime ?? '') || 0
