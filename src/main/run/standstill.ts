import type { Clock } from '../clock/clock.ts'

/** Waits that end early when somebody has a reason to look again at once (signed in again, back online). */
export type Standstill = {
  wait(ms: number, signal: AbortSignal): Promise<void>
  wake(): void
}

export function createStandstill(clock: Clock): Standstill {
  let waker = new AbortController()
  return {
    wait: (ms, signal) => clock.sleep(ms, AbortSignal.any([signal, waker.signal])),
    wake() {
      const woken = waker
      waker = new AbortController()
      woken.abort()
    },
  }
}
