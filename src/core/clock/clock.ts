import { clearTimeout, setTimeout } from 'node:timers'

/** Time as an argument, so that tests and the simulated tenant can hurry it. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** The moment at which a sleep of `ms` begun now would end. */
  after(ms: number): number
  /** Resolves after `ms`, or at once when the signal is aborted; it never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = hurriedClock(1)

/** The time of day as it is, waits `speed` times shorter: what the simulated tenant runs on. */
export function hurriedClock(speed: number): Clock {
  return {
    now: () => Date.now(),
    after: (ms) => Date.now() + ms / speed,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', end)
          resolve()
        }
        const timer = setTimeout(end, ms / speed)
        if (signal?.aborted) end()
        else signal?.addEventListener('abort', end)
      }),
  }
}
