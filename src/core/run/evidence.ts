import { parseRegion } from '../../shared/gateway/region.ts'
import { succeed } from '../../shared/result.ts'
import type { Candidate } from '../../shared/run/evidence.ts'
import type { BatchState, RunState } from '../../shared/run/run-state.ts'
import type { BatchSummary, Outcome } from '../gateway/gateway.ts'
import { batchPhones, phoneKey } from './batch-phones.ts'
import { isEarlier, isOtherSize, isRuledOut, lookAt, soughtFrom, unread, wrongClock } from './candidate.ts'
import type { Reads } from './turns.ts'

// Each is a call of its own. A day of a region has room for about as many; those nearest in time come first.
const mostLooks = 60

/**
 * The batches that had none of the phones, by ID. A batch keeps its phones, so none is asked for twice. The next look
 * gets further, even if the service answers only some calls in a row.
 */
export type RuledOut = Map<string, Candidate>

/**
 * The batches in the history that may be the given one: of its region and time, and not known as another one. Those
 * listed with another number of phones are looked at after the others of the same time, and left out if they have none
 * of its phones. `known`: batch IDs of other runs, in lower case. `ruledOut`: from earlier looks for the same batch; this
 * function adds to it.
 */
export async function gatherEvidence(
  gateway: Reads,
  state: RunState,
  batch: number,
  known: ReadonlySet<string>,
  { ruledOut = new Map(), signal }: { readonly ruledOut?: RuledOut; readonly signal?: AbortSignal } = {},
): Promise<Outcome<readonly Candidate[]>> {
  const unconfirmed = state.batches[batch]
  if (!unconfirmed) return succeed([])
  const summaries = await gateway.batchSummaries(signal)
  if (!summaries.ok) return summaries
  const taken = known.union(idsOf(state))
  const ours = new Set(batchPhones(state, batch).map(phoneKey))
  const candidates: Candidate[] = []
  const possible = summaries.value
    .filter((summary) => !taken.has(summary.batchId.toLowerCase()) && isPossible(unconfirmed, summary))
    .toSorted(
      (a, b) =>
        Number(isOfOtherDay(unconfirmed, a)) - Number(isOfOtherDay(unconfirmed, b)) ||
        Number(isOtherSize(unconfirmed, a)) - Number(isOtherSize(unconfirmed, b)) ||
        distance(unconfirmed, a) - distance(unconfirmed, b),
    )
  let looks = 0
  for (const summary of possible) {
    let candidate = ruledOut.get(summary.batchId)
    if (!candidate && looks++ < mostLooks) {
      const looked = await lookAt(gateway, { unconfirmed, summary, ours, signal })
      if (!looked.ok) return looked
      candidate = looked.value
      if (isRuledOut(candidate)) ruledOut.set(summary.batchId, candidate)
    }
    // A batch beyond the limit for this time may still be the one.
    if (!candidate && !isOfOtherDay(unconfirmed, summary)) candidate = unread(unconfirmed, summary)
    if (candidate && !(isRuledOut(candidate) && isOtherSize(unconfirmed, summary))) candidates.push(candidate)
  }
  return succeed(candidates)
}

/** The IDs of a run's batches at the service, in lower case: IDs that only differ in case are the same. */
const idsOf = ({ batches }: RunState): ReadonlySet<string> =>
  new Set(batches.flatMap(({ batchId }) => (batchId === undefined ? [] : [batchId.toLowerCase()])))

function isPossible(unconfirmed: BatchState, summary: BatchSummary): boolean {
  return (
    // In other words than those of a request it tells nothing: its phones have to.
    (parseRegion(summary.region ?? '') ?? unconfirmed.region) === unconfirmed.region &&
    // So much earlier it is shown, never adopted by itself.
    !isEarlier(unconfirmed, summary, wrongClock)
  )
}

/** A submission takes a minute. Only a wrong clock puts it this far from its batch. */
const isOfOtherDay = (unconfirmed: BatchState, summary: BatchSummary): boolean =>
  distance(unconfirmed, summary) > wrongClock

/**
 * In ms, from the submission to the time at which the service says it was asked for a batch. A batch that the run did not
 * submit itself may be of any moment since it began.
 */
function distance(unconfirmed: BatchState, { requestTime }: BatchSummary): number {
  const later = Date.parse(requestTime ?? '') - Date.parse(soughtFrom(unconfirmed))
  return unconfirmed.since !== undefined && later > 0 ? 0 : Math.abs(later) || 0
}
