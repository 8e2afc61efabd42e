import type { BatchPhone, BatchSummary } from '../gateway/gateway.ts'
import { batchPhones, phoneKey } from './batch-phones.ts'
import { type Carrier, stateOf } from './carrier.ts'

// The service may list a batch a little after it took it.
const looks = 4
const betweenLooks = 20_000
// Two clocks, the service's and this machine's, may differ this much.
const clockDifference = 10 * 60_000

/**
 * Finds out what became of a submission without an answer: the service's own record must hold exactly one
 * batch of the region and moment with exactly these phones. Then it is adopted; in any other case the batch
 * stays unknown and is not sent again.
 */
export async function settleBatch(carrier: Carrier, batch: number): Promise<void> {
  const { log, standstill, stopped } = carrier
  if (stateOf(carrier).batches[batch]?.stage === 'submitting')
    await log.record({ type: 'BatchOutcomeUnknown', batch })
  for (let look = 0; look < looks && !stopped.aborted; look++) {
    if (look > 0) await standstill.wait(betweenLooks, stopped)
    const matches = await findMatches(carrier, batch)
    const [match] = matches
    if (match !== undefined && matches.length === 1)
      return log.record({ type: 'BatchAdopted', batch, batchId: match, by: 'evidence' })
    if (matches.length > 1) return
  }
}

async function findMatches(carrier: Carrier, batch: number): Promise<readonly string[]> {
  const { gateway, stopped } = carrier
  const summaries = await gateway.batchSummaries(stopped)
  if (!summaries.ok) return []
  const wanted = phoneSet(batchPhones(stateOf(carrier), batch))
  const matches: string[] = []
  for (const { batchId } of summaries.value.filter((summary) => isCandidate(carrier, batch, summary))) {
    const report = await gateway.batchStatus(batchId, stopped)
    if (report.ok && phoneSet(report.value.items) === wanted) matches.push(batchId)
  }
  return matches
}

function isCandidate(carrier: Carrier, batch: number, summary: BatchSummary): boolean {
  const state = stateOf(carrier)
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

const phoneSet = (phones: readonly BatchPhone[]): string => phones.map(phoneKey).toSorted().join('\n')
