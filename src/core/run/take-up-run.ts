import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { Confirmation } from '../../shared/run/confirmation.ts'
import type { RunHappening } from '../../shared/run/events.ts'
import type { Resolution } from '../../shared/run/evidence.ts'
import { abandoned } from './abandoned.ts'
import { decided } from './decision.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { journalFailure, type LockedJournal, lockJournal } from './locked-journal.ts'
import type { Session } from './session.ts'
import type { ShownRun } from './shown-run.ts'
import { withUnwritten, writeUnwritten } from './unwritten-events.ts'
import { whyNotAsConfirmed, whyNotContinue } from './why-not-go-on.ts'

/** The operator's decisions before a run is resumed. */
export type Decisions = {
  readonly confirmed: Confirmation
  readonly resolutions?: readonly Resolution[]
  /** The run continues although phones failed for this reason. */
  readonly accepted?: string
  /** The batches that the operator saw beforehand, by ID. */
  readonly shownFor?: (resolution: Resolution) => readonly string[]
}

/**
 * Resumes a run from its journal: writes down missing events and decisions, shows the run, and has it watched.
 * Does nothing if that would submit something other than what was confirmed.
 */
export async function takeUpRun(
  { file, runId, session }: { readonly file: string; readonly runId: string; readonly session: Session },
  { confirmed, resolutions = [], accepted, shownFor = () => [] }: Decisions,
  shown: Pick<ShownRun, 'eventsOf' | 'catchUp' | 'publish' | 'show'>,
  watch: (locked: LockedJournal, log: EventLog) => void,
): Promise<Result<undefined, AppFailure>> {
  const onScreen = shown.eventsOf(runId)
  try {
    const locked = await lockJournal(
      file,
      (content) =>
        whyNotContinue(content, session) ??
        // The operator confirmed what the screen shows. That may be more than could be written to a full disk.
        whyNotAsConfirmed(withUnwritten(content.events, onScreen), session, confirmed, resolutions),
    )
    if (!locked.ok) {
      await shown.catchUp(runId)
      return locked
    }
    const { journal, release } = locked.value
    try {
      const past = await writeUnwritten(locked.value, onScreen)
      const log = createEventLog({ journal, now: session.clock.now, publish: shown.publish, past })
      shown.show(log)
      if (log.state()?.watching.kind === 'watching') await log.record(abandoned)
      for (const resolution of resolutions)
        await recordAll(log.record, decided(log.state(), resolution, shownFor(resolution)))
      if (accepted !== undefined) await log.record({ type: 'FailuresAccepted', reason: accepted })
      await log.record({ type: 'WatchResumed' })
      watch(locked.value, log)
    } catch (error) {
      await release()
      throw error
    }
    return succeed(undefined)
  } catch (error) {
    return fail(journalFailure(file, error))
  }
}

export async function recordAll(
  record: EventLog['record'],
  happenings: readonly RunHappening[],
): Promise<void> {
  for (const happening of happenings) await record(happening)
}
