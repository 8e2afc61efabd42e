import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { replay } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import type { Runs } from './runs.ts'
import type { Shelf } from './shelf.ts'

/** How a run stands: the shown one as it is shown, any other one as it lies on disk. */
export type Standing = (runId: string) => Promise<Result<RunState, AppFailure>>

export function standingOf(runs: Pick<Runs, 'state'>, shelf: Pick<Shelf, 'read'>): Standing {
  return async (runId) => {
    // More may be known on the screen than could be written to a full disk.
    const shown = runs.state()
    if (shown?.runId === runId) return succeed(shown)
    const events = await shelf.read(runId)
    if (!events.ok) return events
    const state = replay(events.value)
    return state ? succeed(state) : fail({ kind: 'no-run', ...text.run.noRun })
  }
}
