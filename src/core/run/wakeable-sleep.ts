import { firstAborted } from '../../shared/first-aborted.ts'
import type { Clock } from '../clock/clock.ts'

/** Sleeps that end early when there is a reason to look again at once: signed in again, back online, awake again. */
export type WakeableSleep = {
  sleep(pause: Pause, stopped: AbortSignal): Promise<void>
  /** Ends every sleep that is under way. */
  wake(): void
  /** Aborted by the next wake. Taken before something slow, and given to `sleep` after it, no wake between is missed. */
  nextWake(): AbortSignal
}

export type Pause = {
  readonly ms: number
  /** In ms: no wake cuts this part short, for the service asked to be left alone so long. */
  readonly atLeast?: number
  /** The wake that ends it; the next one unless given. */
  readonly until?: AbortSignal
}

export function createWakeableSleep(clock: Clock): WakeableSleep {
  let wakes = new AbortController()
  return {
    async sleep({ ms, atLeast = 0, until = wakes.signal }, stopped) {
      if (atLeast > 0) await clock.sleep(atLeast, stopped)
      const either = firstAborted(stopped, until)
      await clock.sleep(Math.max(0, ms - atLeast), either.signal).finally(either.release)
    },
    wake() {
      const woken = wakes
      // Before the others wake: a sleep that one of them begins at once is not ended too.
      wakes = new AbortController()
      woken.abort()
    },
    nextWake: () => wakes.signal,
  }
}
