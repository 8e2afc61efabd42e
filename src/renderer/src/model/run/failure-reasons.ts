import { type Guidance, guidanceFor } from '../../../../shared/gateway/guidance.ts'
import { changedPlaces } from '../changed-places.ts'
import { memoizeLast } from '../memoize-last.ts'
import type { Row } from '../phones/row.ts'

/** Phones that failed alike. `guidance` is undefined where nothing is known of the message. */
export type FailureReason = {
  readonly reason: string
  /** The service's own text, as the first of them had it. */
  readonly said: string
  readonly phones: number
  readonly guidance: Guidance | undefined
}

/**
 * Why phones failed, the most frequent reason first. It is asked for again and again, and looks only at rows that are not the
 * same (by identity) as those in their places the last time.
 */
export function createFailureReasons(): (rows: readonly Row[]) => readonly FailureReason[] {
  let last: readonly Row[] = []
  let known = new Map<string, Failed>()
  return memoizeLast((rows) => {
    const before = rows.length === last.length ? last : []
    if (before !== last) known = new Map()
    for (const at of changedPlaces(before, rows)) {
      add(known, before[at], at, -1)
      add(known, rows[at], at, 1)
    }
    last = rows
    return [...known]
      .filter(([, { phones }]) => phones > 0)
      .map(([reason, failed]) => ({ reason, phones: failed.phones, first: firstOf(rows, reason, failed) }))
      .sort((a, b) => b.phones - a.phones || a.first - b.first)
      .map(({ reason, phones, first }) => {
        const said = rows[first]?.result ?? ''
        return { reason, said, phones, guidance: guidanceFor(said) }
      })
  })
}

export const failureReasons = createFailureReasons()

/** How many failed for a reason, and a place before which none of them stands. */
type Failed = { phones: number; from: number }

function add(known: Map<string, Failed>, row: Row | undefined, at: number, by: 1 | -1): void {
  if (row?.status !== 'failed') return
  const failed = known.get(row.reason) ?? { phones: 0, from: at }
  failed.phones += by
  if (by === 1) failed.from = Math.min(failed.from, at)
  known.set(row.reason, failed)
}

/** The place of the first that failed for the reason; there is one. */
function firstOf(rows: readonly Row[], reason: string, failed: Failed): number {
  const isIt = (row: Row | undefined): boolean => row?.status === 'failed' && row.reason === reason
  while (failed.from < rows.length && !isIt(rows[failed.from])) failed.from += 1
  return failed.from
}
