/**
 * A wait (in ms) that is up to 10 % shorter or longer, so that the batches of a run don't all ask at once; `random`
 * answers from 0 to 1.
 */
export const spread = (ms: number, random: () => number): number => ms * (0.9 + 0.2 * random())

/** How long to wait between looks at a batch, in ms: short while its phones change, longer while they don't. */
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
    wait: () => Math.max(floor, spread(base, random)),
  }
}
