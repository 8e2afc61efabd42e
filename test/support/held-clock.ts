import type { Clock } from '../../src/core/clock/clock.ts'

export type HeldClock = Clock & {
  /** Wakes every sleeper that would have slept no longer than that. */
  pass(ms: number): void
}

/** The time of day goes on, but nobody's sleep ends before the test says so. */
export function heldClock(): HeldClock {
  let sleepers: { readonly until: number; readonly wake: () => void }[] = []
  let passed = 0
  return {
    now: () => Date.now() + passed,
    after: (ms) => Date.now() + passed + ms,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const sleeper = { until: passed + ms, wake: resolve }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper)
          resolve()
        })
      }),
    pass(ms) {
      passed += ms
      const due = sleepers.filter(({ until }) => until <= passed)
      sleepers = sleepers.filter((one) => !due.includes(one))
      for (const { wake } of due) wake()
    },
  }
}
