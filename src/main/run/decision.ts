import { assertNever } from '../../shared/assert-never.ts'
import type { RunHappening } from '../../shared/run/events.ts'
import type { Verdict } from '../../shared/run/evidence.ts'
import { text } from '../../shared/text/index.ts'

/**
 * What the operator's decision about a batch in doubt makes happen to it. `shown`: the batches of the history, by ID, that
 * the operator saw beforehand.
 */
export function decided({ batch, decision }: Verdict, shown: readonly string[] = []): RunHappening {
  switch (decision.kind) {
    case 'adopt':
      return { type: 'BatchAdopted', batch, batchId: decision.batchId, by: 'operator' }
    case 'submit-again':
      return { type: 'BatchReleased', batch, ...(shown.length > 0 && { ruledOut: shown }) }
    case 'leave':
      return { type: 'BatchFinished', batch, serviceStatus: text.run.leftUnknown }
    default:
      return assertNever(decision)
  }
}
