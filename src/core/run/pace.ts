/**
 * How long to wait between looks at a batch: short while its phones change, longer while they don't. Waits
 * are in ms; `random` (0 to 1) spreads them by 10 %, so that batches of a run don't ask all at once.
 */
export type Pace = {
  changed(): void
  unchanged(): void
  /** The wait after a failed call; the service's own Retry-After is a lower bound. */
  failed(retryAfterMs: number): void
  wait(): number
}

const quickest = 4_000
const slowest = 30_000
const slowestAfterFailures = 60_000

export function createPace(random: () => number): Pace {
  let base = quickest
  let floor = 0
  const set = (ms: number, atLeast = 0): void => {
    base = ms
    floor = atLeast
  }
  return {
    changed: () => set(quickest),
    unchanged: () => set(Math.min(slowest, base * 1.3)),
    failed: (retryAfterMs) => set(Math.min(slowestAfterFailures, base * 2), retryAfterMs),
    wait: () => Math.max(floor, base * (0.9 + 0.2 * random())),
  }
}
