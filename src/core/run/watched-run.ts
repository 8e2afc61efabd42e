import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { StopReason } from '../../shared/run/events.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import type { Claims } from './claims.ts'
import { type Engine, startEngine } from './engine.ts'
import type { EventLog } from './event-log.ts'
import { journalFailure, type LockedJournal } from './locked-journal.ts'
import type { RunRepository } from './run-repository.ts'
import type { Session } from './session.ts'

/** The run whose engine is at work. At most one at a time, and none at first. */
export type WatchedRun = {
  /** Starts the engine. The journal is released when it has stopped. */
  begin(
    session: Session,
    runId: string,
    parts: {
      readonly locked: LockedJournal
      readonly log: EventLog
      readonly isResumed: boolean
      readonly claims?: Claims
      /** Submit further batches whatever the phones of one fail for. */
      readonly keepGoing?: boolean
      /** Somebody wants it to stop before it has begun. */
      readonly stopAsked: StopReason | undefined
    },
  ): void
  isWatching(): boolean
  /** As the engine's own log tells it. */
  state(): RunState | undefined
  /**
   * Writes down what the operator decides, and the engine goes on from there. `write` answers false where nothing is left
   * to be written, as when the engine was quicker.
   */
  record(write: (record: EventLog['record']) => Promise<boolean>): Promise<Result<undefined, AppFailure>>
  stop(reason: StopReason): void
  wake(): void
  /** Resolves when no run is watched and the journal of the last one is released; rejects with a bug of the engine. */
  over(): Promise<void>
}

export function createWatchedRun(options: {
  readonly repository: Pick<RunRepository, 'batchesOfOthers' | 'claims'>
  readonly random: () => number
}): WatchedRun {
  const { repository, random } = options
  let watched: { readonly engine: Engine; readonly log: EventLog; readonly file: string } | undefined
  let over: Promise<void> = Promise.resolve()

  return {
    begin({ gateway, clock, tenant }, runId, parts) {
      const { locked, log, isResumed, keepGoing = false, stopAsked } = parts
      const claims = parts.claims ?? repository.claims({ runId, tenant, isResumed })
      const knownElsewhere = () => repository.batchesOfOthers(runId)
      const engine = startEngine({
        ...{ gateway, clock, log, random, knownElsewhere, claims, isResumed, keepGoing, stopAsked },
      })
      watched = { engine, log, file: locked.journal.file }
      over = engine.done.finally(async () => {
        watched = undefined
        await locked.release()
      })
    },
    isWatching: () => watched !== undefined,
    state: () => watched?.log.state(),
    async record(write) {
      if (!watched) return fail({ kind: 'no-run', ...text.run.decidedElsewhere })
      const { engine, file } = watched
      try {
        return (await write(engine.record))
          ? succeed(undefined)
          : fail({ kind: 'no-run', ...text.run.decidedElsewhere })
      } catch (error) {
        return fail(journalFailure(file, error))
      }
    },
    stop: (reason) => watched?.engine.stop(reason),
    wake: () => watched?.engine.wake(),
    over: () => over,
  }
}
