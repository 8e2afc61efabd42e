import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { type EngineContext, stateOf } from './engine-context.ts'
import { createBackoff, leastBetweenLooks } from './pace.ts'
import { retryAfter } from './retry-after.ts'

/** Reports failing calls about a batch, waits longer after each, and reports when answers come again. */
export type Interruption = {
  /** Answers whether the whole pause passed: nobody woke or stopped it. */
  begin(failure: GatewayFailure): Promise<boolean>
  end(): Promise<void>
}

export function createInterruption(context: EngineContext, batch: number): Interruption {
  const { clock, log, random, wakeable, stopped } = context
  let backoff = createBackoff(random)
  return {
    async begin(failure) {
      // A wake while this is being written down must still end the sleep.
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
