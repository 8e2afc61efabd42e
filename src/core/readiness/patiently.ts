import type { Clock } from '../clock/clock.ts'
import type { Read } from '../gateway/tenant-reads.ts'

const mostTries = 4
/** In ms. Nobody waits longer: the failure stands. */
const longestWait = 60_000

export type Patiently = <Answered extends Pick<Read, 'answer'>>(
  ask: () => Promise<Answered>,
  signal: AbortSignal | undefined,
) => Promise<Answered>

/** Waits as long as the service asks for, then asks again, a few times at most. */
export const patientlyBy =
  (clock: Pick<Clock, 'sleep'>): Patiently =>
  async (ask, signal) => {
    for (let tries = 1; ; tries++) {
      const read = await ask()
      if (read.answer.ok || tries === mostTries || signal?.aborted) return read
      const { failure } = read.answer
      if (failure.kind !== 'throttled' && failure.kind !== 'unavailable') return read
      const wait = failure.retryAfterMs ?? 1000 * 2 ** tries
      if (wait > longestWait) return read
      await clock.sleep(wait, signal)
    }
  }
