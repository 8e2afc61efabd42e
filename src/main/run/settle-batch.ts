import { fail, succeed } from '../../shared/result.ts'
import type { BatchPhone, BatchSummary, Outcome } from '../gateway/gateway.ts'
import { batchPhones, phoneKey } from './batch-phones.ts'
import { type Carrier, stateOf } from './carrier.ts'
import { createInterruption } from './interruption.ts'

// The service may list a batch a little after it took it.
const looks = 4
const betweenLooks = 20_000
// Two clocks, the service's and this machine's, may differ this much.
const clockDifference = 10 * 60_000

/**
 * Finds out what became of a submission without an answer: the service's own record must hold exactly one
 * batch of the region and moment with exactly these phones. Then it is adopted. Several, or none after a few
 * looks, leave the batch unknown: it is not sent again. A look that the service does not answer counts for
 * nothing and is repeated.
 */
export async function settleBatch(carrier: Carrier, batch: number): Promise<void> {
  const { log, standstill, stopped } = carrier
  const interruption = createInterruption(carrier, batch)
  if (stateOf(carrier).batches[batch]?.stage === 'submitting')
    await log.record({ type: 'BatchOutcomeUnknown', batch })

  for (let answered = 0; answered < looks && !stopped.aborted; ) {
    const matches = await findMatches(carrier, batch)
    if (stopped.aborted) return
    if (!matches.ok) {
      await interruption.begin(matches.failure)
      continue
    }
    await interruption.end()
    const [match, ...others] = matches.value
    if (match !== undefined && others.length === 0)
      return log.record({ type: 'BatchAdopted', batch, batchId: match, by: 'evidence' })
    if (match !== undefined || ++answered === looks) return
    await standstill.wait(betweenLooks, stopped)
  }
}

async function findMatches(carrier: Carrier, batch: number): Promise<Outcome<readonly string[]>> {
  const { gateway, stopped } = carrier
  const summaries = await gateway.batchSummaries(stopped)
  if (!summaries.ok) return summaries
  const wanted = phoneSet(batchPhones(stateOf(carrier), batch))
  const matches: string[] = []
  for (const { batchId } of summaries.value.filter((summary) => isCandidate(carrier, batch, summary))) {
    const report = await gateway.batchStatus(batchId, stopped)
    if (!report.ok) return fail(report.failure)
    if (phoneSet(report.value.items) === wanted) matches.push(batchId)
  }
  return succeed(matches)
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
