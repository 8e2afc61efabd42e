import { assertNever } from '../../shared/assert-never.ts'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { batchPhones } from './batch-phones.ts'
import { type Carrier, stateOf } from './carrier.ts'
import { claimBatch } from './claim-batch.ts'
import { lookBefore } from './look-before.ts'
import { retryAfter } from './retry-after.ts'

/**
 * Sends a batch until the service takes it, refuses it for good, or nobody knows. createbatch has no
 * idempotency key: it is sent again only after an answer that says that nothing was taken.
 */
export async function submitBatch(carrier: Carrier, batch: number): Promise<void> {
  const { clock, gateway, log, random, standstill, stopped, stop } = carrier
  for (let attempt = (stateOf(carrier).batches[batch]?.attempts ?? 0) + 1; !stopped.aborted; attempt++) {
    if (!(await lookBefore(carrier, batch))) return
    if (!(await claimBatch(carrier, batch, () => log.record({ type: 'BatchSubmitting', batch, attempt }))))
      return
    const planned = stateOf(carrier).batches[batch]
    if (!planned) return
    // Not under the stop signal: an answer on its way is waited for.
    const outcome = await gateway.createBatch(planned.region, batchPhones(stateOf(carrier), batch))
    if (outcome.ok) return log.record({ type: 'BatchSubmitted', batch, batchId: outcome.value.batchId })

    const since = standstill.moment()
    const { failure } = outcome
    const verdict = judge(failure)
    if (verdict === 'unknown') return log.record({ type: 'BatchOutcomeUnknown', batch, failure })
    if (verdict === 'refused') return log.record({ type: 'BatchRefused', batch, failure })
    const ms = verdict === 'rights' ? 0 : pause(failure, attempt, random)
    const nextTryAt = new Date(clock.after(ms)).toISOString()
    await log.record({ type: 'BatchRefused', batch, failure, nextTryAt })
    if (verdict === 'rights') return stop('denied')
    await standstill.wait({ ms, atLeast: retryAfter(failure), since }, stopped)
  }
}

/** `again`: nothing was taken, and time or a sign-in may help. `rights`: every other batch would fare alike. */
function judge(failure: GatewayFailure): 'again' | 'rights' | 'refused' | 'unknown' {
  switch (failure.kind) {
    case 'throttled':
    case 'region-full':
    case 'expired':
      return 'again'
    case 'denied':
      return 'rights'
    case 'refused':
    case 'not-found':
      return 'refused'
    case 'unreachable':
    case 'unavailable':
    case 'unexpected':
      return failure.sent === 'no' ? 'again' : 'unknown'
    default:
      return assertNever(failure)
  }
}

const shortest = 15_000
const longest = 60_000

/** Somebody else's batches take minutes to end: patient from the start, spread so that lanes don't collide. */
function pause(failure: GatewayFailure, attempt: number, random: () => number): number {
  const ours = Math.min(longest, shortest * 2 ** Math.min(attempt - 1, 4)) * (0.9 + 0.2 * random())
  return Math.max(retryAfter(failure), ours)
}
