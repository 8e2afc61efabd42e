import type { Candidate } from '../../shared/run/evidence.ts'
import { unrecognizedAnswer } from '../../shared/run/hold.ts'
import { matchesAmong } from '../../shared/run/matches.ts'
import { askAgain } from './ask-again.ts'
import { isRuledOut } from './candidate.ts'
import { type EngineContext, keptStateOf, stateOf } from './engine-context.ts'
import { gatherEvidence, type RuledOut } from './evidence.ts'
import { createInterruption } from './interruption.ts'

// The service may list a batch a little after it took it.
const looks = 4
const betweenLooks = 20_000

/**
 * Finds out what became of a submission without an answer. If the batch history has exactly one batch of the region and
 * moment with exactly these phones, the run adopts it. Several, or none after a few looks, leave the batch unknown: it is
 * not sent again. A batch without a trace counts as refused only if the operator has said that such an answer is a
 * refusal. A look that the service does not answer doesn't count and is repeated. A denied one leaves the batch unknown,
 * too, and so it stays where it can't be told which batches other runs of this computer have made.
 */
export async function reconcileBatch(context: EngineContext, batch: number): Promise<void> {
  const { gateway, log, wakeable, stopped } = context
  const interruption = createInterruption(context, batch)
  const ruledOut: RuledOut = new Map()
  if (stateOf(context).batches[batch]?.stage === 'submitting')
    await log.record({ type: 'BatchOutcomeUnknown', batch })

  for (let answered = 0; answered < looks && !stopped.aborted; ) {
    // The operator may have decided meanwhile.
    if (stateOf(context).batches[batch]?.stage !== 'unknown') return
    const known = await askAgain(context, context.knownElsewhere)
    if (stopped.aborted) return
    if (!known.ok) return interruption.end()
    const evidence = await gatherEvidence(gateway, keptStateOf(context), batch, known.value, {
      ruledOut,
      signal: stopped,
    })
    if (stopped.aborted || stateOf(context).batches[batch]?.stage !== 'unknown') return
    if (!evidence.ok) {
      const { failure } = evidence
      // No answer comes before somebody with rights signs in. Other batches may not be affected.
      if (failure.kind === 'denied') return log.record({ type: 'WatchInterrupted', batch, failure })
      await interruption.begin(failure)
      continue
    }
    await interruption.end()
    const [match, ...others] = matchesAmong(evidence.value)
    if (match && others.length === 0)
      return log.record({ type: 'BatchAdopted', batch, batchId: match.batchId, by: 'evidence' })
    if (match) return
    if (++answered === looks) return refuseIfRecognised(context, batch, evidence.value)
    await wakeable.sleep({ ms: betweenLooks }, stopped)
  }
}

async function refuseIfRecognised(
  context: EngineContext,
  batch: number,
  evidence: readonly Candidate[],
): Promise<void> {
  const { batches, recognisedRefusals } = stateOf(context)
  const answer = unrecognizedAnswer(batches[batch])
  const failure = batches[batch]?.failure
  if (!failure || answer === undefined || !recognisedRefusals.includes(answer)) return
  if (evidence.every(isRuledOut)) await context.log.record({ type: 'BatchRefused', batch, failure })
}
