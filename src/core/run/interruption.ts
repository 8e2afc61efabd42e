import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { type Carrier, stateOf } from './carrier.ts'
import { createPace } from './pace.ts'
import { retryAfter } from './retry-after.ts'

/** Calls about a batch that fail: said, waited out longer each time, and said again when answers come. */
export type Interruption = {
  /** Answers whether the whole pause went by: nobody woke or stopped it. */
  begin(failure: GatewayFailure): Promise<boolean>
  end(): Promise<void>
}

export function createInterruption(carrier: Carrier, batch: number): Interruption {
  const { clock, log, random, standstill, stopped } = carrier
  let pace = createPace(random)
  return {
    async begin(failure) {
      // Whoever wakes while this is being written down must not be slept through.
      const since = standstill.moment()
      const atLeast = retryAfter(failure)
      pace.failed(atLeast)
      const ms = pace.wait()
      const nextTryAt = new Date(clock.after(ms)).toISOString()
      await log.record({ type: 'WatchInterrupted', batch, failure, nextTryAt })
      await standstill.wait({ ms, atLeast, since }, stopped)
      return !stopped.aborted && !since.aborted
    },
    async end() {
      if (!stateOf(carrier).batches[batch]?.interruption) return
      pace = createPace(random)
      await log.record({ type: 'WatchResumed', batch })
    },
  }
}
