/** Kerberos and most token checks allow this much; Entra's Date header is exact to the second. In ms. */
const tolerated = 5 * 60_000

/**
 * How far the clock of this computer is ahead of the authority's, in ms (negative: behind), by the Date header
 * of an answer; undefined without one.
 */
export function aheadOf(headers: Headers, now: number): number | undefined {
  const at = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(at) ? undefined : now - at
}

export const isSkewed = (aheadMs: number | undefined): aheadMs is number =>
  aheadMs !== undefined && Math.abs(aheadMs) > tolerated
