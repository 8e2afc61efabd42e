import { choicesAfter } from '../../shared/run/choices.ts'
import type { Decision, Verdict } from '../../shared/run/evidence.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { candidatesOf, type Finding } from './finding.ts'

/**
 * The decision for each of the batches, as far as what `find` finds out about them supports it. Stops where it does
 * not: what is not on record is not watched, and nothing is sent again while the record cannot be read.
 */
export async function checkedVerdicts(
  decision: Decision,
  batches: readonly number[],
  find: () => Promise<readonly Finding[]>,
): Promise<readonly Verdict[]> {
  // No evidence could speak against it, and the service may not even answer.
  if (decision.kind === 'leave') return batches.map((batch) => ({ batch, decision }))
  return (await find()).map((finding) => ({ batch: finding.batch, decision: supported(decision, finding) }))
}

function supported(decision: Decision, finding: Finding): Decision {
  const choices = choicesAfter(candidatesOf(finding)).map((choice) => choice.decision)
  const choice = choices.find((one) => isSame(one, decision))
  if (choice) return choice
  if (!finding.evidence.ok) {
    const { message, remedy = '' } = finding.evidence.failure
    throw new Stop(exitCode.resumable, `${message} ${remedy}`.trim(), text.cli.settle.nothingDecided)
  }
  const batchId = decision.kind === 'adopt' ? decision.batchId : ''
  throw new Stop(exitCode.resumable, text.cli.settle.notACandidate(batchId, finding.batch + 1))
}

/** IDs that only differ in case are the same. */
const isSame = (one: Decision, other: Decision): boolean =>
  one.kind === 'adopt' && other.kind === 'adopt'
    ? one.batchId.toLowerCase() === other.batchId.toLowerCase()
    : one.kind === other.kind
