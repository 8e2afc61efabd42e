import { assertNever } from '../../shared/assert-never.ts'
import type { RunHappening } from '../../shared/run/events.ts'
import type { Resolution } from '../../shared/run/evidence.ts'
import { unrecognizedAnswer } from '../../shared/run/hold.ts'
import type { RunState } from '../../shared/run/run-state.ts'

/**
 * What the operator's decision about an unconfirmed submission of this run makes happen. `shown`: the batches of the
 * history, by ID, that the operator saw beforehand.
 */
export function decided(
  run: Pick<RunState, 'batches' | 'recognisedRefusals'> | undefined,
  { batch, decision }: Resolution,
  shown: readonly string[] = [],
): readonly RunHappening[] {
  switch (decision.kind) {
    case 'adopt':
      return [{ type: 'BatchAdopted', batch, batchId: decision.batchId, by: 'operator' }]
    case 'submit-again':
      return [{ type: 'BatchReleased', batch, ...(shown.length > 0 && { ruledOut: shown }) }]
    case 'refused': {
      const unconfirmed = run?.batches[batch]
      const answer = unrecognizedAnswer(unconfirmed)
      if (answer === undefined || !unconfirmed?.failure) return []
      const { failure } = unconfirmed
      return [
        ...(run?.recognisedRefusals.includes(answer) ? [] : [{ type: 'RefusalRecognised', answer } as const]),
        { type: 'BatchRefused', batch, failure },
      ]
    }
    case 'leave':
      return [{ type: 'BatchFinished', batch, end: 'operator' }]
    default:
      return assertNever(decision)
  }
}
