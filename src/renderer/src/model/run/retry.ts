import type { PastRun } from '../../../../shared/run/past-run.ts'
import type { RunPlan } from '../../../../shared/run/plan.ts'
import {
  type LeftOutOfRetry,
  leftOutOfRetry,
  retryPlan,
  unknownSince,
} from '../../../../shared/run/retry-plan.ts'
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

/**
 * The rows of a list that failed in its runs, and that another window's run, or one in History, has tried since and
 * left unknown. They are signed in only if chosen by hand. With the reason, in sentences.
 */
export function leftUnknownSince(
  ofList: readonly RunState[],
  runs: readonly PastRun[] = [],
): { readonly rows: ReadonlySet<number>; readonly words: string } {
  const own = new Set(ofList.map(({ runId }) => runId))
  const others = runs.filter(({ runId, tried }) => tried === undefined || !own.has(runId))
  const unknown = ofList.map((run) => ({ run, phones: unknownSince(run, others) }))
  const words = unknown
    .filter(({ phones }) => phones.length > 0)
    .map(({ run }) => {
      const { plan, leftOut } = retryOf(run, others)
      return leftOutWords({ plan, leftOut: leftOut.filter(({ fate }) => fate === 'unknown') })
    })
  return {
    rows: new Set(unknown.flatMap(({ phones }) => phones.map(({ row }) => row))),
    words: words.join(' '),
  }
}

/** The phones left out, and why: a sentence for each later run and outcome. */
export function leftOutWords({ plan, leftOut }: Retry): string {
  const failed = leftOut.reduce((sum, { phones }) => sum + phones, plan.phones.length)
  return leftOut
    .map(({ fate, phones, run }) =>
      words.leftOut[fate](phones, failed, run.listName, dateAndTime(run.startedAt)),
    )
    .join(' ')
}
