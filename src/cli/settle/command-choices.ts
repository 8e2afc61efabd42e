import { type Choice, choicesAfter } from '../../shared/run/choices.ts'
import { unrecognisedAnswer } from '../../shared/run/hold.ts'
import { matchesAmong } from '../../shared/run/matches.ts'
import { candidatesOf, type ExaminedBatch } from './examined-batch.ts'

/**
 * The decisions that a command can name. It is typed some time after its evidence was printed, by a person or a script
 * that does not see what has come onto the record since: once that has the very batch, nothing is sent again.
 */
export function commandChoices(examined: ExaminedBatch): readonly Choice[] {
  const candidates = candidatesOf(examined)
  const isOnRecord = matchesAmong(candidates ?? []).length === 1
  return choicesAfter(candidates, {
    isAnswered: unrecognisedAnswer(examined.inDoubt) !== undefined,
  }).filter(({ decision }) => !(isOnRecord && decision.kind === 'submit-again'))
}
