/**
 * How long the service asks to wait, in ms: Retry-After in seconds or as an HTTP date. A date is compared with
 * the answer's own Date where there is one, for the clock of this machine may be wrong.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const asked = headers.get('retry-after')?.trim()
  if (!asked) return undefined
  if (/^\d+(\.\d+)?$/.test(asked)) return Math.min(Number(asked) * 1000, aDay)
  const at = Date.parse(asked)
  if (Number.isNaN(at)) return undefined
  const sentAt = Date.parse(headers.get('date') ?? '')
  return Math.min(Math.max(0, at - (Number.isNaN(sentAt) ? now : sentAt)), aDay)
}

const aDay = 24 * 60 * 60_000
