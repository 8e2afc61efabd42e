import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { replay } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import type { RunRepository } from './run-repository.ts'
import type { Runs } from './runs.ts'

/** How a run stands, as far as it is known on the disk or on the screen. */
export type Standing = (runId: string) => Promise<Result<RunState, AppFailure>>

export function standingOf(runs: Pick<Runs, 'eventsOf'>, repository: Pick<RunRepository, 'read'>): Standing {
  return async (runId) => {
    const known = runs.eventsOf(runId)
    // More may be known on the screen than could be written to a full disk, and more on the disk than on the screen:
    // a terminal may have continued the run.
    const events = await repository.read(runId, known)
    const state = replay(events.ok ? events.value : known)
    if (state) return succeed(state)
    return events.ok ? fail({ kind: 'no-run', ...text.run.noRun }) : events
  }
}
