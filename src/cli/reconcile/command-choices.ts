import { type Choice, choicesAfter } from '../../shared/run/choices.ts'
import { unrecognizedAnswer } from '../../shared/run/hold.ts'
import { matchesAmong } from '../../shared/run/matches.ts'
import { candidatesOf, type ExaminedBatch } from './examined-batch.ts'

/**
 * The decisions that a command can name. A person or script types it some time after its evidence was printed, and
 * does not see new batches in the history. Once the history has exactly this batch, nothing is sent again.
 */
export function commandChoices(examined: ExaminedBatch): readonly Choice[] {
  const candidates = candidatesOf(examined)
  const isInHistory = matchesAmong(candidates ?? []).length === 1
  return choicesAfter(candidates, {
    isAnswered: unrecognizedAnswer(examined.unconfirmed) !== undefined,
  }).filter(({ decision }) => !(isInHistory && decision.kind === 'submit-again'))
}
