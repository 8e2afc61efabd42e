import type { Clock } from '../clock/clock.ts'

/** Waits that end early when somebody has a reason to look again at once (signed in again, back online). */
export type Standstill = {
  wait(wait: Wait, stopped: AbortSignal): Promise<void>
  moment(): AbortSignal
  wake(): void
}

type Wait = {
  readonly ms: number
  /** What the service asked for is waited out, whoever wakes; in ms. */
  readonly atLeast?: number
  /** Of `moment()`: a wake from before the wait but after that moment counts too. */
  readonly since?: AbortSignal
}

export function createStandstill(clock: Clock): Standstill {
  let waker = new AbortController()
  return {
    async wait({ ms, atLeast = 0, since = waker.signal }, stopped) {
      if (atLeast > 0) await clock.sleep(atLeast, stopped)
      await clock.sleep(Math.max(0, ms - atLeast), AbortSignal.any([stopped, since]))
    },
    moment: () => waker.signal,
    wake() {
      const woken = waker
      waker = new AbortController()
      woken.abort()
    },
  }
}
