import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { type EngineContext, stateOf } from './engine-context.ts'
import { createBackoff, leastBetweenLooks } from './pace.ts'
import { retryAfter } from './retry-after.ts'

/** Calls about a batch that fail: said, waited out longer each time, and said again when answers come. */
export type Interruption = {
  /** Answers whether the whole pause went by: nobody woke or stopped it. */
  begin(failure: GatewayFailure): Promise<boolean>
  end(): Promise<void>
}

export function createInterruption(context: EngineContext, batch: number): Interruption {
  const { clock, log, random, wakeable, stopped } = context
  let backoff = createBackoff(random)
  return {
    async begin(failure) {
      // Whoever wakes while this is being written down must not be slept through.
      const woken = wakeable.nextWake()
      const atLeast = Math.max(leastBetweenLooks, retryAfter(failure))
      const ms = backoff.failed(atLeast)
      const nextTryAt = new Date(clock.after(ms)).toISOString()
      await log.record({ type: 'WatchInterrupted', batch, failure, nextTryAt })
      await wakeable.sleep({ ms, atLeast, until: woken }, stopped)
      return !stopped.aborted && !woken.aborted
    },
    async end() {
      if (!stateOf(context).batches[batch]?.interruption) return
      backoff = createBackoff(random)
      await log.record({ type: 'WatchResumed', batch })
    },
  }
}
