import { fail, succeed } from '../../shared/result.ts'
import type { Candidate } from '../../shared/run/evidence.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { BatchPhone, BatchReport, BatchSummary, Gateway, Outcome } from '../gateway/gateway.ts'
import { batchPhones, phoneKey } from './batch-phones.ts'

// Two clocks, the service's and this machine's, may differ this much.
const clockDifference = 10 * 60_000

/**
 * The batches of the service's record that may be the given one: of its region and size, not asked for before
 * it was submitted, and none that the run already knows as another of its own.
 */
export async function gatherEvidence(
  gateway: Gateway,
  state: RunState,
  batch: number,
  signal?: AbortSignal,
): Promise<Outcome<readonly Candidate[]>> {
  const summaries = await gateway.batchSummaries(signal)
  if (!summaries.ok) return summaries
  const ours = new Set(batchPhones(state, batch).map(phoneKey))
  const candidates: Candidate[] = []
  for (const summary of summaries.value.filter((one) => isPossible(state, batch, one))) {
    const report = await gateway.batchStatus(summary.batchId, signal)
    // Listed and yet not to be found: the record is older than what the service still knows.
    if (!report.ok && report.failure.kind !== 'not-found') return fail(report.failure)
    if (report.ok) candidates.push(compare(summary, report.value, ours))
  }
  return succeed(candidates)
}

function compare(
  { batchId, requestTime }: BatchSummary,
  { items, batchStatus }: BatchReport,
  ours: ReadonlySet<string>,
): Candidate {
  const theirs = new Set(items.map((item: BatchPhone) => phoneKey(item)))
  const matching = theirs.intersection(ours).size
  return {
    batchId,
    ...(requestTime !== undefined && { requestTime }),
    batchStatus,
    size: theirs.size,
    matching,
    isExact: matching === ours.size && matching === theirs.size,
  }
}

function isPossible(state: RunState, batch: number, summary: BatchSummary): boolean {
  const ours = state.batches[batch]
  if (!ours || state.batches.some(({ batchId }) => batchId === summary.batchId)) return false
  const requested = Date.parse(summary.requestTime ?? '')
  const submitting = Date.parse(ours.submittingAt ?? '')
  return (
    (summary.region === undefined || summary.region.toUpperCase() === ours.region) &&
    (summary.itemsCount === undefined || summary.itemsCount === ours.phones.length) &&
    !(requested < submitting - clockDifference)
  )
}
