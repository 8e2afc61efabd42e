import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../../src/core/clock/clock.ts'

export type VirtualClock = Clock & {
  /** Lets virtual time pass, sleeper by sleeper, until the work is done. */
  run<Value>(work: Promise<Value>): Promise<Value>
  /** Time stands still until the work is done: files take real time, and none of this. */
  still<Value>(work: Promise<Value>): Promise<Value>
  /** Somebody sets the time of day; what sleeps sleeps on. */
  jump(ms: number): void
  /** The time of day of those whose clock nobody sets: the service. */
  steady(): number
}

/** Time that passes only when everybody sleeps: hours of a run in milliseconds, the same each time. */
export function virtualClock(start = Date.parse('2026-03-02T09:00:00Z')): VirtualClock {
  type Sleeper = { readonly at: number; readonly wake: () => void }
  const sleepers = new Set<Sleeper>()
  let now = start
  let set = 0
  let underWay = 0
  let wakeIdle = (): void => {}
  /** Resolves when somebody goes to sleep, or something that time stands still for is done. */
  const oneChange = (): Promise<void> =>
    new Promise((resolve) => {
      wakeIdle = resolve
    })
  return {
    now: () => now + set,
    after: (ms) => now + set + ms,
    steady: () => now,
    jump(ms) {
      set += ms
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const sleeper: Sleeper = {
          at: now + ms,
          wake: () => {
            sleepers.delete(sleeper)
            signal?.removeEventListener('abort', sleeper.wake)
            resolve()
          },
        }
        sleepers.add(sleeper)
        wakeIdle()
        signal?.addEventListener('abort', sleeper.wake)
      }),
    still(work) {
      underWay++
      return work.finally(() => {
        underWay--
        wakeIdle()
      })
    },
    async run(work) {
      let done = false
      const finished = work.finally(() => {
        done = true
      })
      const ended = finished.then(
        () => undefined,
        () => undefined,
      )
      while (!done) {
        await turn()
        if (done) break
        const next = [...sleepers].reduce<Sleeper | undefined>(
          (a, b) => (a && a.at <= b.at ? a : b),
          undefined,
        )
        // Nothing is to be seen before, and who looks all the time keeps the disk waiting.
        if (underWay > 0 || !next) {
          await Promise.race([oneChange(), ended])
          continue
        }
        now = Math.max(now, next.at)
        next.wake()
      }
      return finished
    },
  }
}
