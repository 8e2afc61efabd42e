import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { type Carrier, stateOf } from './carrier.ts'
import { changedPhones } from './changed-phones.ts'
import { createPace } from './pace.ts'

// A batch that was accepted a moment ago may not be found yet; one that stays unknown was forgotten.
const missesUntilForgotten = 20

/** Looks at an open batch until the service calls it completed or watching stops. */
export async function watchBatch(carrier: Carrier, batch: number): Promise<void> {
  const { clock, gateway, log, random, standstill, stopped } = carrier
  const batchId = stateOf(carrier).batches[batch]?.batchId
  if (batchId === undefined) return
  const pace = createPace(random)
  let misses = 0

  while (!stopped.aborted) {
    await standstill.wait(pace.wait(), stopped)
    if (stopped.aborted) return
    const outcome = await gateway.batchStatus(batchId, stopped)
    if (stopped.aborted) return

    if (outcome.ok) {
      misses = 0
      if (stateOf(carrier).batches[batch]?.interruption) await log.record({ type: 'WatchResumed', batch })
      const phones = changedPhones(stateOf(carrier), batch, outcome.value.items)
      if (phones.length > 0) await log.record({ type: 'PhonesReported', batch, phones })
      const { batchStatus } = outcome.value
      if (isCompleted(batchStatus))
        return log.record({ type: 'BatchFinished', batch, serviceStatus: batchStatus })
      if (phones.length > 0) pace.changed()
      else pace.unchanged()
    } else {
      const { failure } = outcome
      if (failure.kind === 'not-found' && ++misses >= missesUntilForgotten)
        return log.record({ type: 'BatchFinished', batch, serviceStatus: failure.said ?? failure.message })
      pace.failed(retryAfter(failure))
      const nextTryAt = new Date(clock.after(pace.wait())).toISOString()
      await log.record({ type: 'WatchInterrupted', batch, failure, nextTryAt })
    }
  }
}

// The only value seen to end a batch (the original tool's script); compared without case.
const isCompleted = (batchStatus: string): boolean => batchStatus.toLowerCase() === 'completed'

const retryAfter = (failure: GatewayFailure): number | undefined =>
  'retryAfterMs' in failure ? failure.retryAfterMs : undefined
