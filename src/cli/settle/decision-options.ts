import type { Doubt } from '../../shared/run/doubts.ts'
import type { Decision } from '../../shared/run/evidence.ts'
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

const words = text.cli.settle

/** What the options decide; undefined where they only ask for the evidence. */
export function decisionOf({ adopt, submitAgain, refused, leave }: DecisionOptions): Decision | undefined {
  if (adopt !== undefined) return { kind: 'adopt', batchId: adopt }
  if (submitAgain) return { kind: 'submit-again' }
  if (refused) return { kind: 'refused' }
  return leave && { kind: 'leave' }
}

/**
 * The batches that the options mean, by index. Stops where one of them is not in doubt, and where a decision could
 * mean several: nothing is ever guessed.
 */
export function whichBatches(doubts: readonly Doubt[], options: DecisionOptions): readonly number[] {
  const inDoubt = doubts.map(({ batch }) => batch)
  const numbers = inDoubt.map((batch) => batch + 1)
  const named = [...new Set(options.batch)]
  const stranger = named.find((number) => !numbers.includes(number))
  if (stranger !== undefined) throw new Stop(exitCode.resumable, words.notInDoubt(stranger, numbers))
  if (named.length > 1 && options.adopt !== undefined) throw new Stop(exitCode.usage, words.adoptOne)
  if (named.length > 0) return named.map((number) => number - 1)
  if (decisionOf(options) && inDoubt.length !== 1)
    throw new Stop(exitCode.resumable, inDoubt.length === 0 ? words.noneToDecide : words.whichBatch(numbers))
  return inDoubt
}
