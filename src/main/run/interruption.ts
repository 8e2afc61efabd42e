import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { type Carrier, stateOf } from './carrier.ts'
import { createPace } from './pace.ts'

/** Calls about a batch that fail: said, waited out longer each time, and said again when answers come. */
export type Interruption = {
  begin(failure: GatewayFailure): Promise<void>
  end(): Promise<void>
}

export function createInterruption(carrier: Carrier, batch: number): Interruption {
  const { clock, log, random, standstill, stopped } = carrier
  let pace = createPace(random)
  return {
    async begin(failure) {
      // Whoever wakes while this is being written down must not be slept through.
      const since = standstill.moment()
      pace.failed('retryAfterMs' in failure ? failure.retryAfterMs : undefined)
      const wait = pace.wait()
      const nextTryAt = new Date(clock.after(wait)).toISOString()
      await log.record({ type: 'WatchInterrupted', batch, failure, nextTryAt })
      await standstill.wait(wait, stopped, since)
    },
    async end() {
      if (!stateOf(carrier).batches[batch]?.interruption) return
      pace = createPace(random)
      await log.record({ type: 'WatchResumed', batch })
    },
  }
}
