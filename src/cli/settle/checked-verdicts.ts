import { choicesAfter } from '../../shared/run/choices.ts'
import type { Decision, Verdict } from '../../shared/run/evidence.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { candidatesOf, type ExaminedBatch } from './examined-batch.ts'

/**
 * The decision for each of the batches, as far as the evidence that `examine` brings supports it. Stops where it does
 * not: what is not on record is not watched, and nothing is sent again while the record cannot be read.
 */
export async function checkedVerdicts(
  decision: Decision,
  batches: readonly number[],
  examine: () => Promise<readonly ExaminedBatch[]>,
): Promise<readonly Verdict[]> {
  // No evidence could speak against it, and the service may not even answer.
  if (decision.kind === 'leave') return batches.map((batch) => ({ batch, decision }))
  return (await examine()).map((examined) => ({
    batch: examined.batch,
    decision: supported(decision, examined),
  }))
}

function supported(decision: Decision, examined: ExaminedBatch): Decision {
  const choices = choicesAfter(candidatesOf(examined)).map((choice) => choice.decision)
  const choice = choices.find((one) => isSame(one, decision))
  if (choice) return choice
  if (!examined.evidence.ok) {
    const { message, remedy = '' } = examined.evidence.failure
    throw new Stop(exitCode.resumable, `${message} ${remedy}`.trim(), text.cli.settle.nothingDecided)
  }
  const batchId = decision.kind === 'adopt' ? decision.batchId : ''
  throw new Stop(exitCode.resumable, text.cli.settle.notACandidate(batchId, examined.batch + 1))
}

/** IDs that only differ in case are the same. */
const isSame = (one: Decision, other: Decision): boolean =>
  one.kind === 'adopt' && other.kind === 'adopt'
    ? one.batchId.toLowerCase() === other.batchId.toLowerCase()
    : one.kind === other.kind
