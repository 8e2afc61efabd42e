import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { parseRegion } from '../../shared/gateway/region.ts'
import { fail, succeed } from '../../shared/result.ts'
import type { Candidate } from '../../shared/run/evidence.ts'
import type { BatchState, RunState } from '../../shared/run/run-state.ts'
import type { BatchPhone, BatchReport, BatchSummary, Gateway, Outcome } from '../gateway/gateway.ts'
import { batchPhones, phoneKey } from './batch-phones.ts'

// Two clocks, the service's and this machine's, may differ this much unnoticed.
const clockDifference = 10 * 60_000
// And this much when one of them is wrong: such a batch is shown, never adopted by itself.
const wrongClock = 24 * 3_600_000
// Each is a call of its own. A day of a region has room for about as many; those nearest in time come first.
const mostLooks = 60

/**
 * The batches of the service's record that may be the given one: of its region, of its time, and none that is
 * known as another one. Those listed with another number of phones are looked at after the others, and left out
 * where they have none of its phones. `known` are batch IDs of other runs, in lower case.
 */
export async function gatherEvidence(
  gateway: Gateway,
  state: RunState,
  batch: number,
  known: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Outcome<readonly Candidate[]>> {
  const inDoubt = state.batches[batch]
  if (!inDoubt) return succeed([])
  const summaries = await gateway.batchSummaries(signal)
  if (!summaries.ok) return summaries
  const taken = known.union(idsOf(state))
  const ours = new Set(batchPhones(state, batch).map(phoneKey))
  const candidates: Candidate[] = []
  const possible = summaries.value
    .filter((summary) => !taken.has(summary.batchId.toLowerCase()) && isPossible(inDoubt, summary))
    .toSorted(
      (a, b) =>
        Number(isOtherSize(inDoubt, a)) - Number(isOtherSize(inDoubt, b)) ||
        distance(inDoubt, a) - distance(inDoubt, b),
    )
  for (const summary of possible.slice(0, mostLooks)) {
    const report = await gateway.batchStatus(summary.batchId, signal)
    if (!report.ok && !isAboutThisOne(report.failure)) return fail(report.failure)
    const candidate = report.ok ? compare(inDoubt, summary, report.value, ours) : unread(inDoubt, summary)
    if (candidate.matching > 0 || candidate.isUnread || !isOtherSize(inDoubt, summary))
      candidates.push(candidate)
  }
  return succeed(candidates)
}

/** The IDs of a run's batches at the service, in lower case: IDs that only differ in case are the same. */
const idsOf = ({ batches }: RunState): ReadonlySet<string> =>
  new Set(batches.flatMap(({ batchId }) => (batchId === undefined ? [] : [batchId.toLowerCase()])))

function isPossible(inDoubt: BatchState, summary: BatchSummary): boolean {
  return (
    // In other words than those of a request it tells nothing: its phones have to.
    (parseRegion(summary.region ?? '') ?? inDoubt.region) === inDoubt.region &&
    !isEarlier(inDoubt, summary, wrongClock)
  )
}

/** No reason to pass it over: the service may count otherwise, or have taken only some of the phones. */
const isOtherSize = ({ phones }: BatchState, { itemsCount = phones.length }: BatchSummary): boolean =>
  itemsCount !== phones.length

/** Where the service does not say when, nothing speaks against it. */
const isEarlier = ({ submittingAt }: BatchState, { requestTime }: BatchSummary, tolerance: number): boolean =>
  Date.parse(requestTime ?? '') < Date.parse(submittingAt ?? '') - tolerance

/** In ms, between the submission and when the service says that it was asked for a batch. */
const distance = ({ submittingAt }: BatchState, { requestTime }: BatchSummary): number =>
  Math.abs(Date.parse(requestTime ?? '') - Date.parse(submittingAt ?? '')) || 0

/** Whether the service tells nothing of this one batch: not found, or somebody else's that is not for everybody. */
const isAboutThisOne = ({ kind }: GatewayFailure): boolean => kind === 'not-found' || kind === 'denied'

/** Listed and yet not told: made a moment ago, no longer known, or denied. It may be the one all the same. */
function unread(inDoubt: BatchState, summary: BatchSummary): Candidate {
  const { batchStatus, itemsCount = inDoubt.phones.length } = summary
  return {
    ...asListed(summary),
    batchStatus,
    size: itemsCount,
    matching: 0,
    isExact: false,
    isUnread: true,
    isEarlier: isEarlier(inDoubt, summary, clockDifference),
  }
}

function compare(
  inDoubt: BatchState,
  summary: BatchSummary,
  { items, batchStatus }: BatchReport,
  ours: ReadonlySet<string>,
): Candidate {
  const theirs = new Set(items.map((item: BatchPhone) => phoneKey(item)))
  const matching = theirs.intersection(ours).size
  return {
    ...asListed(summary),
    batchStatus,
    size: theirs.size,
    matching,
    isExact: matching === ours.size && matching === theirs.size,
    isEarlier: isEarlier(inDoubt, summary, clockDifference),
  }
}

const asListed = ({
  batchId,
  requestTime,
  userId,
}: BatchSummary): Pick<Candidate, 'batchId' | 'requestTime' | 'userId'> => ({
  batchId,
  ...(requestTime !== undefined && { requestTime }),
  ...(userId !== undefined && { userId }),
})
