import { assertNever } from '../../shared/assert-never.ts'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import type { Gateway, Outcome } from '../gateway/gateway.ts'
import { batchPhones } from './batch-phones.ts'
import { claimBatch } from './claim-batch.ts'
import { type EngineContext, mustWait, stateOf } from './engine-context.ts'
import { lookBefore } from './look-before.ts'
import { spread } from './pace.ts'
import { retryAfter } from './retry-after.ts'
import type { Turn } from './turns.ts'
import type { Pause } from './wakeable-sleep.ts'

/**
 * Sends a batch until the service takes it or refuses it for good, its outcome is unknown, or something holds further
 * batches back. createbatch has no idempotency key. So a batch is sent again only if nothing was sent at all, or after an
 * answer of the service that says that nothing was taken.
 */
export async function submitBatch(context: EngineContext, batch: number): Promise<void> {
  const { firstAnswer, turns, wakeable, stopped } = context
  const firstAttempt = (stateOf(context).batches[batch]?.attempts ?? 0) + 1
  for (let attempt = firstAttempt; !stopped.aborted; attempt++) {
    let pause: Pause | undefined
    await firstAnswer.inTurn(() =>
      // One turn for all, and taken before the claim is written: no wait may come between claim and submission.
      turns.take(async (turn) => {
        const its = resting(context, turn)
        if (mustWait(its)) return false
        // Only a resumed run reads what the history says.
        const history = its.resumed && (await turn.gateway.batchSummaries(stopped))
        const failure = whyNotNow(history ?? (await turn.gateway.checkAccess(stopped)))
        if (mustWait(its)) return false
        // A resumed run watches its open batches although the history is denied: this batch is only postponed.
        const isPutOff = failure?.kind === 'denied' && its.resumed !== undefined
        if (failure && !isPutOff) {
          pause = await refuse(its, batch, attempt, failure)
          return false
        }
        if (!(await lookBefore(its, batch, history)) || mustWait(its)) return false
        const record = () => its.log.record({ type: 'BatchSubmitting', batch, attempt })
        if (!(await claimBatch(its, batch, record))) return false
        pause = await send(its, turn.gateway, batch, attempt)
        return true
      }, stopped),
    )
    if (!pause) return
    await wakeable.sleep(pause, stopped)
  }
}

/** Of work in a turn: its calls are made in that turn, which others have while it sleeps. */
function resting(context: EngineContext, { gateway, rest }: Turn): EngineContext {
  const { clock, wakeable } = context
  return {
    ...context,
    gateway,
    clock: { ...clock, sleep: (ms, signal) => rest(() => clock.sleep(ms, signal)) },
    wakeable: { ...wakeable, sleep: (pause, stopped) => rest(() => wakeable.sleep(pause, stopped)) },
  }
}

async function send(
  context: EngineContext,
  gateway: Pick<Gateway, 'createBatch'>,
  batch: number,
  attempt: number,
): Promise<Pause | undefined> {
  const { log } = context
  const planned = stateOf(context).batches[batch]
  if (!planned) return undefined
  // The stop signal doesn't end this call: the run waits for an answer on its way.
  const outcome = await gateway.createBatch(planned.region, batchPhones(stateOf(context), batch))
  if (outcome.ok) {
    const { batchId, warning } = outcome.value
    await log.record({ type: 'BatchSubmitted', batch, batchId, ...(warning !== undefined && { warning }) })
    return undefined
  }
  return refuse(context, batch, attempt, outcome.failure)
}

/** Writes down that the batch was not taken, or that nobody knows. Answers with a pause if another try makes sense. */
async function refuse(
  { clock, log, random, wakeable, stop }: EngineContext,
  batch: number,
  attempt: number,
  failure: GatewayFailure,
): Promise<Pause | undefined> {
  const until = wakeable.nextWake()
  const next = nextAfter(failure)
  if (next === 'unknown') {
    await log.record({ type: 'BatchOutcomeUnknown', batch, failure })
    return undefined
  }
  if (next === 'refused') {
    await log.record({ type: 'BatchRefused', batch, failure })
    return undefined
  }
  const ms = next === 'rights' ? 0 : pauseAfter(failure, attempt, random)
  await log.record({
    type: 'BatchRefused',
    batch,
    failure,
    nextTryAt: new Date(clock.after(ms)).toISOString(),
  })
  if (next === 'again') return { ms, atLeast: retryAfter(failure), until }
  stop('denied')
  return undefined
}

/** `again`: nothing was taken, and time or a sign-in may help. `rights`: every other batch would fail the same way. */
function nextAfter(failure: GatewayFailure): 'again' | 'rights' | 'refused' | 'unknown' {
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

/** In ms. Somebody else's batches take minutes to end: patient from the start, spread so that lanes don't collide. */
function pauseAfter(failure: GatewayFailure, attempt: number, random: () => number): number {
  const ours = spread(Math.min(longest, shortest * 2 ** Math.min(attempt - 1, 4)), random)
  return Math.max(retryAfter(failure), ours)
}

/**
 * Why a batch must not be submitted at this moment, as a harmless call (`GET batchsummaries`) directly before it
 * tells: signed out, without the rights, throttled, or without a connection. Then it is certain that nothing was sent. No
 * answer to createbatch itself would make that certain. Undefined if the batch may be submitted: any other trouble with the
 * call says nothing about the submission, and is in the log.
 */
function whyNotNow(call: Outcome<unknown>): GatewayFailure | undefined {
  if (call.ok) return undefined
  const { failure } = call
  switch (failure.kind) {
    case 'denied':
    case 'expired':
    case 'throttled':
      return failure
    case 'unreachable':
      return { ...failure, sent: 'no' }
    case 'unexpected':
      return isTurnedAway(failure.status) ? { ...failure, sent: 'no' } : undefined
    case 'unavailable':
    case 'refused':
    case 'not-found':
    case 'region-full':
      return undefined
    default:
      return assertNever(failure)
  }
}

/** The page of a proxy that asks for a sign-in, blocks, or asks for fewer calls. */
const isTurnedAway = (status: number): boolean => status === 401 || status === 403 || status === 429
