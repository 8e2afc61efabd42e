import type { PastRun } from '../../../../shared/run/past-run.ts'
import type { RunPlan } from '../../../../shared/run/plan.ts'
import { type LeftOutOfRetry, leftOutOfRetry, retryPlan } from '../../../../shared/run/retry-plan.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { dateAndTime } from '../date-and-time.ts'
import { memoizeLast } from '../memoize-last.ts'

const { retry: words } = text.window.run

/** Another try of a run's failed phones, and which of them it leaves out because of what was tried since. */
export type Retry = { readonly plan: RunPlan; readonly leftOut: readonly LeftOutOfRetry[] }

/** As main works it out. `runs`: what is on this disk, as far as it is known here; `chosen`: the rows to try, if not all. */
export const retryOf = memoizeLast(
  (run: RunState, runs: readonly PastRun[] = [], chosen?: ReadonlySet<number>): Retry => ({
    plan: retryPlan(run, runs, chosen),
    leftOut: chosen ? [] : leftOutOfRetry(run, runs),
  }),
)

/** What is left out, and why: a sentence for each later run and what became of phones there. */
export function leftOutWords({ plan, leftOut }: Retry): string {
  const failed = leftOut.reduce((sum, { phones }) => sum + phones, plan.phones.length)
  return leftOut
    .map(({ fate, phones, run }) =>
      words.leftOut[fate](phones, failed, run.listName, dateAndTime(run.startedAt)),
    )
    .join(' ')
}
