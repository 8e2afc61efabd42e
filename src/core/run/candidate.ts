import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { succeed } from '../../shared/result.ts'
import type { Candidate } from '../../shared/run/evidence.ts'
import type { BatchState } from '../../shared/run/run-state.ts'
import type { BatchReport, BatchSummary, Gateway, Outcome } from '../gateway/gateway.ts'
import { phoneKey } from './batch-phones.ts'

// In ms. Two clocks, the service's and this machine's, may differ this much unnoticed, and by a day when one of them is
// wrong.
export const clockDifference = 10 * 60_000
export const wrongClock = 24 * 3_600_000

/** Compares a listed batch with the phones in question (`ours`, by key). Fails where the service tells of no batch now. */
export async function lookAt(
  gateway: Pick<Gateway, 'batchStatus'>,
  of: {
    readonly unconfirmed: BatchState
    readonly summary: BatchSummary
    readonly ours: ReadonlySet<string>
    readonly signal: AbortSignal | undefined
  },
): Promise<Outcome<Candidate>> {
  const { unconfirmed, summary, ours, signal } = of
  const report = await gateway.batchStatus(summary.batchId, signal)
  if (!report.ok) return isAboutThisOne(report.failure) ? succeed(unread(unconfirmed, summary)) : report
  // A batch that is just being made may have its phones a moment later.
  const isTold = report.value.items.length > 0
  return succeed(isTold ? compare(unconfirmed, summary, report.value, ours) : unread(unconfirmed, summary))
}

/** Listed, but without phones: made a moment ago, no longer known, or denied. It may still be the one. */
export function unread(unconfirmed: BatchState, summary: BatchSummary): Candidate {
  const { batchStatus, itemsCount } = summary
  return {
    ...asListed(summary),
    batchStatus,
    // One that has none is not counted yet.
    size: itemsCount || unconfirmed.phones.length,
    matching: 0,
    isExact: false,
    isUnread: true,
    isEarlier: isEarlier(unconfirmed, summary, clockDifference),
  }
}

/** Whether it has none of the phones in question, as the service tells. */
export const isRuledOut = ({ matching, isUnread }: Candidate): boolean => matching === 0 && !isUnread

/** No reason to skip it: the service may count differently, or have taken only some of the phones. */
export const isOtherSize = ({ phones }: BatchState, { itemsCount = phones.length }: BatchSummary): boolean =>
  itemsCount !== phones.length

/** By more than `tolerance` (ms). Where the service does not say when, nothing speaks against it. */
export const isEarlier = (
  unconfirmed: Sought,
  { requestTime }: Pick<BatchSummary, 'requestTime'>,
  tolerance: number,
): boolean => Date.parse(requestTime ?? '') < Date.parse(soughtFrom(unconfirmed)) - tolerance

/** When a batch of the service that is this one was asked for, or from when on it may have been (ISO 8601). */
export const soughtFrom = ({ since, submittingAt = '' }: Sought): string => since ?? submittingAt

type Sought = Pick<BatchState, 'since' | 'submittingAt'>

/** Whether the service tells nothing of this one batch: not found, or somebody else's that is not for everybody. */
const isAboutThisOne = ({ kind }: GatewayFailure): boolean => kind === 'not-found' || kind === 'denied'

function compare(
  unconfirmed: BatchState,
  summary: BatchSummary,
  { items, batchStatus }: BatchReport,
  ours: ReadonlySet<string>,
): Candidate {
  const theirs = new Set(items.map((item) => phoneKey(item)))
  const matching = theirs.intersection(ours).size
  return {
    ...asListed(summary),
    batchStatus,
    size: theirs.size,
    matching,
    isExact: matching === ours.size && matching === theirs.size,
    isEarlier: isEarlier(unconfirmed, summary, clockDifference),
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
