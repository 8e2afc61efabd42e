import type { Decision } from '../../shared/run/evidence.ts'
import type { UnconfirmedSubmission } from '../../shared/run/unconfirmed.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'

/** At most one decision, as commander sees to; batches as people number them, from 1. */
export type DecisionOptions = {
  readonly batch?: readonly number[]
  readonly adopt?: string
  readonly submitAgain?: true
  readonly refused?: true
  readonly leave?: true
}

const words = text.cli.reconcile

/** What the options decide; undefined where they only ask for the evidence. */
export function decisionOf({ adopt, submitAgain, refused, leave }: DecisionOptions): Decision | undefined {
  if (adopt !== undefined) return { kind: 'adopt', batchId: adopt }
  if (submitAgain) return { kind: 'submit-again' }
  if (refused) return { kind: 'refused' }
  return leave && { kind: 'leave' }
}

/**
 * The batches that the options mean, by index. Stops if one of them is not unconfirmed, or if a decision could mean
 * several: the command never guesses.
 */
export function whichBatches(
  submissions: readonly UnconfirmedSubmission[],
  options: DecisionOptions,
): readonly number[] {
  const unconfirmed = submissions.map(({ batch }) => batch)
  const numbers = unconfirmed.map((batch) => batch + 1)
  const named = [...new Set(options.batch)]
  const notListed = named.find((number) => !numbers.includes(number))
  if (notListed !== undefined) throw new Stop(exitCode.resumable, words.notUnconfirmed(notListed, numbers))
  if (named.length > 1 && options.adopt !== undefined) throw new Stop(exitCode.usage, words.adoptOne)
  if (named.length > 0) return named.map((number) => number - 1)
  if (decisionOf(options) && unconfirmed.length !== 1)
    throw new Stop(
      exitCode.resumable,
      unconfirmed.length === 0 ? words.noneToDecide : words.whichBatch(numbers),
    )
  return unconfirmed
}
