import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { parseRegion } from '../../shared/gateway/region.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { WhyPostponed } from '../../shared/run/events.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { BatchSummary, Outcome } from '../gateway/gateway.ts'
import { askAgain } from './ask-again.ts'
import { batchPhones, phoneKey } from './batch-phones.ts'
import { clockDifference, isEarlier, wrongClock } from './candidate.ts'
import { type EngineContext, keptStateOf, stateOf } from './engine-context.ts'
import { createInterruption } from './interruption.ts'
import type { SeenBatches } from './seen-batches.ts'

// Trouble with the service may pass, and the history may show a new batch a little later.
const tries = 3
const looks = 4
const betweenLooks = 20_000

/**
 * Looks for a batch of a resumed run in the service's history, directly before it is submitted. If a copy of the journal was
 * resumed elsewhere, or the journal is an older one, the service may have the batch already. The run takes over a batch with
 * exactly its phones. The operator decides about any other that has some of them or cannot be read. If the history or the
 * other runs of this computer cannot be read, the batch is postponed. Answers whether it may be submitted: only if none of
 * its phones is in a batch that this computer does not know. `history`: the summaries, if they were asked for a moment ago.
 */
export async function lookBefore(
  context: EngineContext,
  batch: number,
  history?: Outcome<readonly BatchSummary[]>,
): Promise<boolean> {
  const { log, resumed: seen, wakeable, stopped } = context
  if (!seen) return true
  const interruption = createInterruption(context, batch)
  for (let failed = 0; !stopped.aborted; history = undefined) {
    const found = await compare(context, seen, batch, history)
    if (stopped.aborted) return false
    if (!found.ok) {
      const { failure } = found.failure
      if (failure && !passesByItself(failure)) failed++
      if (failure && failure.kind !== 'denied' && failed < (seen.hasGivenUp ? 1 : tries)) {
        await interruption.begin(failure)
        continue
      }
      if (failure) seen.hasGivenUp = true
      await log.record({ type: 'BatchPostponed', batch, ...found.failure })
      return false
    }
    seen.hasGivenUp = false
    await interruption.end()
    const { exact, overlapping, unread } = found.value
    const [only, ...more] = exact
    if (only !== undefined && more.length === 0) {
      await log.record({ type: 'BatchAdopted', batch, batchId: only, by: 'evidence' })
      return false
    }
    if (overlapping.length === 0 && unread.length === 0) return true
    const mayBeTold = unread.some((batchId) => (seen.unread.get(batchId) ?? 0) < looks)
    if (overlapping.length === 0 && mayBeTold) {
      await wakeable.sleep({ ms: betweenLooks }, stopped)
      continue
    }
    const batchIds = [...overlapping, ...unread]
    const { startedAt: since } = stateOf(context)
    await log.record({ type: 'BatchOutcomeUnknown', batch, since, batchIds })
    return false
  }
  return false
}

/** Batches of the history by ID: with exactly the phones of the one in question, with some of them, or nobody knows. */
type Found = {
  readonly exact: readonly string[]
  readonly overlapping: readonly string[]
  readonly unread: readonly string[]
}

async function compare(
  context: EngineContext,
  seen: SeenBatches,
  batch: number,
  summaries?: Outcome<readonly BatchSummary[]>,
): Promise<Result<Found, WhyPostponed>> {
  const before = seen.elsewhere ? succeed(seen.elsewhere) : await askAgain(context, context.knownElsewhere)
  if (!before.ok) return fail({ claims: before.failure })
  seen.elsewhere = before.value
  // After the runs of this computer: what they have made since is asked about again, what others have made could be missed.
  const history = summaries ?? (await context.gateway.batchSummaries(context.stopped))
  if (!history.ok) return fail({ failure: history.failure })
  const state = keptStateOf(context)
  const ours = new Set(batchPhones(state, batch).map(phoneKey))
  const found = { exact: [] as string[], overlapping: [] as string[], unread: [] as string[] }
  for (const summary of possible(state, batch, history.value, before.value)) {
    const { batchId } = summary
    const theirs = await phonesOf(context, seen, batchId)
    if (!theirs.ok) return fail({ failure: theirs.failure })
    if (!theirs.value) found.unread.push(batchId)
    else if (!theirs.value.isDisjointFrom(ours)) {
      found.overlapping.push(batchId)
      const isExact = theirs.value.size === ours.size && theirs.value.isSubsetOf(ours)
      const isTaken = state.batches.some((own) => own.batchId?.toLowerCase() === batchId.toLowerCase())
      if (isExact && !isTaken && !isEarlier({ since: state.startedAt }, summary, clockDifference))
        found.exact.push(batchId)
    }
  }
  if (found.overlapping.length + found.unread.length === 0) return succeed(found)
  // Another run of this computer may have made them since.
  const known = await askAgain(context, context.knownElsewhere)
  if (!known.ok) return fail({ claims: known.failure })
  const elsewhere = known.value
  seen.elsewhere = elsewhere
  const unknown = (batchId: string): boolean => !elsewhere.has(batchId.toLowerCase())
  return succeed({
    exact: found.exact.filter(unknown),
    overlapping: found.overlapping.filter(unknown),
    unread: found.unread.filter(unknown),
  })
}

/**
 * The batches of the history that this computer does not know and nobody has ruled out, of the region and the time. If
 * the operator once took a batch for one of the run, its phones are not known: they may be those of another one.
 */
function possible(
  { batches, startedAt }: RunState,
  batch: number,
  summaries: readonly BatchSummary[],
  elsewhere: ReadonlySet<string>,
): readonly BatchSummary[] {
  const { region, ruledOut = [] } = batches[batch] ?? {}
  // A batch that the operator took for another one of this run may still have the phones of this one.
  const own = batches.flatMap(({ batchId, isOperatorsWord }) =>
    batchId === undefined || isOperatorsWord ? [] : [batchId.toLowerCase()],
  )
  const known = new Set([...own, ...ruledOut])
  return summaries.filter((summary) => {
    const batchId = summary.batchId.toLowerCase()
    return (
      // A region in other words than those of a request tells nothing, so its phones must.
      (parseRegion(summary.region ?? '') ?? region) === region &&
      !isEarlier({ since: startedAt }, summary, wrongClock) &&
      !known.has(batchId) &&
      !elsewhere.has(batchId)
    )
  })
}

/** The phones of a batch; undefined where the service tells none of this one. */
async function phonesOf(
  { gateway, stopped }: EngineContext,
  seen: SeenBatches,
  batchId: string,
): Promise<Outcome<ReadonlySet<string> | undefined>> {
  const id = batchId.toLowerCase()
  const known = seen.phonesOf.get(id)
  if (known) return succeed(known)
  const report = await gateway.batchStatus(batchId, stopped)
  if (!report.ok && report.failure.kind !== 'not-found' && report.failure.kind !== 'denied')
    return fail(report.failure)
  if (!report.ok || report.value.items.length === 0) {
    seen.unread.set(id, (seen.unread.get(id) ?? 0) + 1)
    return succeed(undefined)
  }
  const phones = new Set(report.value.items.map((item) => phoneKey(item)))
  seen.phonesOf.set(id, phones)
  return succeed(phones)
}

/** Trouble that stops every call until somebody signs in, the network is back or the service has room. */
const passesByItself = ({ kind }: GatewayFailure): boolean =>
  kind === 'expired' || kind === 'unreachable' || kind === 'throttled'
