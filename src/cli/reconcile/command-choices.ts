import { type Choice, choicesAfter } from '../../shared/run/choices.ts'
import { unrecognisedAnswer } from '../../shared/run/hold.ts'
import { matchesAmong } from '../../shared/run/matches.ts'
import { candidatesOf, type ExaminedBatch } from './examined-batch.ts'

/**
 * The decisions that a command can name. It is typed some time after its evidence was printed, by a person or a script
 * that does not see what has come into the batch history since: once that has the very batch, nothing is sent again.
 */
export function commandChoices(examined: ExaminedBatch): readonly Choice[] {
  const candidates = candidatesOf(examined)
  const isInHistory = matchesAmong(candidates ?? []).length === 1
  return choicesAfter(candidates, {
    isAnswered: unrecognisedAnswer(examined.unconfirmed) !== undefined,
  }).filter(({ decision }) => !(isInHistory && decision.kind === 'submit-again'))
}
