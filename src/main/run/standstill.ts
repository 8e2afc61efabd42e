import type { Clock } from '../clock/clock.ts'

/** Waits that end early when somebody has a reason to look again at once (signed in again, back online). */
export type Standstill = {
  /** With `since`, of `moment()`, a wake from before the wait but after that moment ends it at once. */
  wait(ms: number, signal: AbortSignal, since?: AbortSignal): Promise<void>
  moment(): AbortSignal
  wake(): void
}

export function createStandstill(clock: Clock): Standstill {
  let waker = new AbortController()
  return {
    wait: (ms, signal, since = waker.signal) => clock.sleep(ms, AbortSignal.any([signal, since])),
    moment: () => waker.signal,
    wake() {
      const woken = waker
      waker = new AbortController()
      woken.abort()
    },
  }
}
