import { type Choice, choicesAfter } from '../../shared/run/choices.ts'
import type { Decision, Resolution } from '../../shared/run/evidence.ts'
import { unrecognizedAnswer } from '../../shared/run/hold.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import { askForLine } from '../ask.ts'
import { tell } from '../print.ts'
import { describeUnconfirmed } from './describe-unconfirmed.ts'
import { candidatesOf, type ExaminedBatch } from './examined-batch.ts'

/** Shows the person at the terminal batch by batch and asks for a decision. They may decide later. */
export async function askForResolutions(
  examined: readonly ExaminedBatch[],
  state: RunState,
): Promise<readonly Resolution[]> {
  const resolutions: Resolution[] = []
  for (const one of examined) {
    const choices = choicesAfter(candidatesOf(one), {
      isAnswered: unrecognizedAnswer(one.unconfirmed) !== undefined,
    }).filter((choice) => !isTaken(choice, resolutions))
    tell('')
    for (const line of describeUnconfirmed(one, state, 'numbers', choices)) tell(line)
    const decision = await askFor(choices)
    if (decision) resolutions.push({ batch: one.batch, decision })
  }
  return resolutions
}

async function askFor(choices: readonly Choice[]): Promise<Decision | undefined> {
  for (;;) {
    const answer = await askForLine(text.cli.reconcile.askOf(choices.length))
    if (answer === '') return undefined
    const choice = /^\d+$/.test(answer) ? choices[Number(answer) - 1] : undefined
    if (choice) return choice.decision
    tell(text.cli.reconcile.noneOfThem)
  }
}

/** A batch in the history is one batch of the run and no other. */
const isTaken = ({ decision }: Choice, resolutions: readonly Resolution[]): boolean =>
  decision.kind === 'adopt' &&
  resolutions.some(({ decision: one }) => one.kind === 'adopt' && one.batchId === decision.batchId)
