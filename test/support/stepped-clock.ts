import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../src/core/clock/clock.ts'

export type SteppedClock = Clock & {
  /** Lets time pass, sleep by sleep; what is done between two sleeps has its real time. Ends early with the work. */
  pass(ms: number, work: Promise<unknown>): Promise<void>
}

/** The time of one worker that sleeps in between: it stands still while the worker is at work. */
export function steppedClock(start = Date.parse('2026-03-02T09:00:00Z')): SteppedClock {
  let now = start
  let sleeper: { readonly at: number; readonly wake: () => void } | undefined
  return {
    now: () => now,
    after: (ms) => now + ms,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const wake = (): void => {
          sleeper = undefined
          resolve()
        }
        sleeper = { at: now + ms, wake }
        signal?.addEventListener('abort', wake, { once: true })
      }),
    async pass(ms, work) {
      const until = now + ms
      let done = false
      void work.finally(() => {
        done = true
      })
      for (;;) {
        while (!done && sleeper === undefined) await wait(1)
        if (done || !sleeper || sleeper.at > until) break
        now = sleeper.at
        sleeper.wake()
      }
      now = until
    },
  }
}
