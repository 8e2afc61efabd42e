import type { Decision, Resolution } from '../../shared/run/evidence.ts'
import { unrecognizedAnswer } from '../../shared/run/hold.ts'
import { matchesAmong } from '../../shared/run/matches.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { commandChoices } from './command-choices.ts'
import { candidatesOf, type ExaminedBatch } from './examined-batch.ts'

/**
 * The decision for each of the batches, if the evidence from `examine` supports it; stops if not. Only a batch in the
 * history can be watched. Nothing is sent again while the history cannot be read, or once it has exactly this batch, which
 * may have appeared since somebody looked.
 */
export async function checkedResolutions(
  decision: Decision,
  batches: readonly number[],
  examine: () => Promise<readonly ExaminedBatch[]>,
): Promise<readonly Resolution[]> {
  // No evidence could speak against it, and the service may not even answer.
  if (decision.kind === 'leave') return batches.map((batch) => ({ batch, decision }))
  return (await examine()).map((examined) => ({
    batch: examined.batch,
    decision: supported(decision, examined),
  }))
}

function supported(decision: Decision, examined: ExaminedBatch): Decision {
  const choices = commandChoices(examined).map((choice) => choice.decision)
  const choice = choices.find((one) => isSame(one, decision))
  if (choice) return choice
  if (!examined.evidence.ok) {
    const { message, remedy = '' } = examined.evidence.failure
    throw new Stop(exitCode.resumable, `${message} ${remedy}`.trim(), text.cli.reconcile.nothingDecided)
  }
  const { notACandidate, isInHistory, noAnswer } = text.cli.reconcile
  const number = examined.batch + 1
  if (decision.kind === 'refused' && unrecognizedAnswer(examined.unconfirmed) === undefined)
    throw new Stop(exitCode.resumable, noAnswer(number))
  const [match] = matchesAmong(candidatesOf(examined) ?? [])
  throw new Stop(
    exitCode.resumable,
    decision.kind === 'adopt'
      ? notACandidate(decision.batchId, number)
      : isInHistory(match?.batchId ?? '', number),
  )
}

/** IDs that only differ in case are the same. */
const isSame = (one: Decision, other: Decision): boolean =>
  one.kind === 'adopt' && other.kind === 'adopt'
    ? one.batchId.toLowerCase() === other.batchId.toLowerCase()
    : one.kind === other.kind
