import { matchesAmong } from '../../shared/run/matches.ts'
import { type Carrier, stateOf } from './carrier.ts'
import { gatherEvidence, type Strangers } from './evidence.ts'
import { createInterruption } from './interruption.ts'

// The service may list a batch a little after it took it.
const looks = 4
const betweenLooks = 20_000

/**
 * Finds out what became of a submission without an answer: the service's own record must hold exactly one
 * batch of the region and moment with exactly these phones. Then it is adopted. Several, or none after a few
 * looks, leave the batch unknown: it is not sent again. A look that the service does not answer counts for
 * nothing and is repeated; one that it denies leaves it unknown, too.
 */
export async function settleBatch(carrier: Carrier, batch: number): Promise<void> {
  const { gateway, log, standstill, stopped } = carrier
  const interruption = createInterruption(carrier, batch)
  const strangers: Strangers = new Map()
  if (stateOf(carrier).batches[batch]?.stage === 'submitting')
    await log.record({ type: 'BatchOutcomeUnknown', batch })

  for (let answered = 0; answered < looks && !stopped.aborted; ) {
    const known = await carrier.knownElsewhere()
    const evidence = await gatherEvidence(gateway, stateOf(carrier), batch, known, {
      strangers,
      signal: stopped,
    })
    if (stopped.aborted) return
    if (!evidence.ok) {
      const { failure } = evidence
      // No answer comes before somebody with rights signs in. Other batches may be none the worse for it.
      if (failure.kind === 'denied') return log.record({ type: 'WatchInterrupted', batch, failure })
      await interruption.begin(failure)
      continue
    }
    await interruption.end()
    const [match, ...others] = matchesAmong(evidence.value)
    if (match && others.length === 0)
      return log.record({ type: 'BatchAdopted', batch, batchId: match.batchId, by: 'evidence' })
    if (match || ++answered === looks) return
    await standstill.wait({ ms: betweenLooks }, stopped)
  }
}
