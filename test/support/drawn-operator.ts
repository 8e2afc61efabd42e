import type { Runs } from '../../src/core/run/runs.ts'
import type { Session } from '../../src/core/run/session.ts'
import type { AppFailure } from '../../src/shared/app-failure.ts'
import { choicesAfter } from '../../src/shared/run/choices.ts'
import type { Decision, Resolution } from '../../src/shared/run/evidence.ts'
import { holdOf, unrecognizedAnswer } from '../../src/shared/run/hold.ts'
import { unconfirmedOf } from '../../src/shared/run/unconfirmed.ts'
import { whatFollows } from '../../src/shared/run/what-follows.ts'

/** The phones that were asked for, and not surely refused. */
export type Asked = { readonly batch: number; readonly decision: Decision }

/** Someone who takes the shown run up again, and may decide about what is unconfirmed as the evidence allows. */
export function drawnOperator(options: {
  readonly below: (limit: number) => number
  /** What happens between a look at the evidence and the decision. */
  readonly meanwhile: () => void
}): {
  readonly asked: readonly Asked[]
  /** Why it was not gone on with, each time that happened. */
  readonly refused: AppFailure[]
  /** Answers whether it is gone on with. */
  goOn(runs: Runs, session: Session): Promise<boolean>
} {
  const { below, meanwhile } = options
  // Some look at it once in a while and never decide.
  const decides = below(4) > 0
  const asked: Asked[] = []
  const refused: AppFailure[] = []

  const forget = (resolutions: readonly Resolution[]): void => {
    for (const resolution of resolutions) asked.splice(asked.indexOf(resolution), 1)
  }

  async function decide(runs: Runs, session: Session): Promise<readonly Resolution[]> {
    const state = runs.state()
    const resolutions: Resolution[] = []
    for (const { batch } of state && decides ? unconfirmedOf(state) : []) {
      if (below(3) === 0) continue
      const found = await runs.evidence(session, batch)
      // No operator takes one batch of the history for two of the run.
      const isTaken = (decision: Decision): boolean =>
        decision.kind === 'adopt' &&
        resolutions.some((one) => one.decision.kind === 'adopt' && one.decision.batchId === decision.batchId)
      const choices = choicesAfter(found.ok ? found.value : undefined, {
        isAnswered: unrecognizedAnswer(state?.batches[batch]) !== undefined,
      }).filter((one) => !isTaken(one.decision))
      const choice = choices[below(choices.length)]
      if (choice) resolutions.push({ batch, decision: choice.decision })
    }
    return resolutions
  }

  return {
    asked,
    refused,
    async goOn(runs, session) {
      const state = runs.state()
      if (!state) return false
      const resolutions = await decide(runs, session)
      asked.push(...resolutions)
      meanwhile()
      const { confirmed } = whatFollows(state, resolutions, session.tenant)
      const hold = holdOf(state)
      const accepts = hold?.kind === 'failures' && resolutions.length === 0 && below(4) > 0
      // A refusal (full disk, a record that has changed) leaves the run as it is: the next turn is another try.
      const outcome = accepts
        ? await runs.acceptFailures(session, hold.reason, confirmed)
        : resolutions.length > 0
          ? await runs.decide(session, resolutions, confirmed)
          : await runs.resume(session, state.runId, confirmed)
      if (outcome.ok) return true
      refused.push(outcome.failure)
      // Then nothing of it was written down.
      if (['not-confirmed', 'no-run'].includes(outcome.failure.kind)) forget(resolutions)
      return false
    },
  }
}
