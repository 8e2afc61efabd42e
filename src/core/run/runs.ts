import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { Confirmation } from '../../shared/run/confirmation.ts'
import type { RunStarted } from '../../shared/run/events.ts'
import type { Candidate, Resolution } from '../../shared/run/evidence.ts'
import { holdOf } from '../../shared/run/hold.ts'
import type { RunPlan } from '../../shared/run/plan.ts'
import { replay } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import { beginRun } from './begin-run.ts'
import { decided } from './decision.ts'
import { discardQueue } from './discard-queue.ts'
import { createExclusive, type Stop } from './exclusive.ts'
import { journalFailure } from './locked-journal.ts'
import { isRunId, journalFile, newRunId } from './run-files.ts'
import type { RunRepository } from './run-repository.ts'
import type { Session } from './session.ts'
import { createShownHistory } from './shown-history.ts'
import { createShownRun, type ShownRun } from './shown-run.ts'
import { type Decisions, recordAll, takeUpRun } from './take-up-run.ts'
import { watchedElsewhere } from './watched-elsewhere.ts'
import { createWatchedRun } from './watched-run.ts'
import { areUnconfirmed } from './why-not-go-on.ts'

/** The run that is shown: started, watched, stopped, resumed. At most one at a time. */
export type Runs = Pick<ShownRun, 'events' | 'eventsOf' | 'state' | 'subscribe'> & {
  /**
   * Resolves when the run has begun: its plan is on disk. Does nothing if another run of this directory has one of
   * its phones under way, unconfirmed or waiting.
   */
  start(
    session: Session,
    plan: RunPlan,
    names: RunNames,
    options?: WatchOptions,
  ): Promise<Result<string, AppFailure>>
  /**
   * Resumes a run of this directory from its journal, where it stopped. Does nothing if that would submit something
   * other than what was `confirmed`.
   */
  resume(
    session: Session,
    runId: string,
    confirmed: Confirmation,
    options?: WatchOptions,
  ): Promise<Result<string, AppFailure>>
  /**
   * Continues the shown run although half of a batch failed for this `reason`; at once if it is watched. Does nothing if
   * the run is held back for another reason, or would submit something other than what was `confirmed`.
   */
  acceptFailures(
    session: Session,
    reason: string,
    confirmed: Confirmation,
  ): Promise<Result<undefined, AppFailure>>
  /**
   * Discards the phones that a stopped run of this directory has not submitted, so that other runs may have them. Sends and
   * watches nothing. Answers how many phones were discarded.
   */
  discardQueued(runId: string): Promise<Result<number, AppFailure>>
  /** Shows a run of this directory, of whatever tenant, without watching it. */
  open(runId: string): Promise<Result<string, AppFailure>>
  /** Shows the run no longer: its journal is gone. One that is watched stays. */
  leave(runId: string): void
  /** The batch history's evidence for an unconfirmed submission of the shown run. */
  evidence(session: Session, batch: number): Promise<Result<readonly Candidate[], AppFailure>>
  /**
   * Reconciles unconfirmed submissions as the operator says, and continues the run. Does nothing if one of them is no longer
   * unconfirmed, if the evidence does not support a decision, or if the run would submit something other than what was
   * `confirmed`. While the run is watched, the only possible decision is that the service refused a batch.
   */
  decide(
    session: Session,
    resolutions: readonly Resolution[],
    confirmed: Confirmation,
  ): Promise<Result<undefined, AppFailure>>
  /** Also works on a run that is about to be watched: then nothing of it is submitted or decided. */
  stopWatching(reason: 'operator' | 'closing'): void
  /** Whether a run is watched or about to be. */
  isBusy(): boolean
  /** Looks at once instead of waiting for the next turn. */
  wake(): void
  /** Resolves when no run is watched or about to be any more, and its journal is closed. */
  idle(): Promise<void>
}

/** `keepGoing`: submit further batches for whatever reason phones fail. */
type WatchOptions = { readonly keepGoing?: boolean }

export type RunNames = { readonly listName: string; readonly retryOf?: string }

export function createRuns(options: {
  readonly repository: RunRepository
  readonly appVersion: string
  readonly random: () => number
  /** Whether the events of a run that begins stay in memory, for `events`; they do unless this is false. */
  readonly keepsEvents?: boolean
}): Runs {
  const { repository, keepsEvents = true } = options
  const history = createShownHistory(repository)
  const shown = createShownRun(repository)
  const watched = createWatchedRun({ repository, random: options.random })
  const { alone, ...beginning } = createExclusive(watched)

  const fileOf = (runId: string): string => journalFile(repository.directory, runId)

  async function takeUp(
    session: Session,
    runId: string,
    { stop, keepGoing, ...decisions }: Decisions & WatchOptions & { readonly stop: Stop },
  ): Promise<Result<undefined, AppFailure>> {
    return takeUpRun({ file: fileOf(runId), runId, session }, decisions, shown, (locked, log) =>
      watched.begin(session, runId, {
        ...{ locked, log, isResumed: true, stopAsked: stop.reason() },
        ...(keepGoing && { keepGoing }),
      }),
    )
  }

  /** Writes down at once what the operator decides while the run is watched; the engine continues from there. */
  async function decideLive(
    session: Session,
    resolutions: readonly Resolution[],
  ): Promise<Result<undefined, AppFailure>> {
    const state = watched.state()
    if (!state) return fail({ kind: 'no-run', ...text.run.decidedElsewhere })
    if (!resolutions.every(({ decision }) => decision.kind === 'refused'))
      return fail({ kind: 'run-under-way', ...text.run.underWay })
    const refusal = await history.whyNot(session, state, resolutions)
    if (refusal) return fail(refusal)
    return watched.record(async (write) => {
      for (const resolution of resolutions) {
        if (!areUnconfirmed(watched.state(), [resolution])) return false
        await recordAll(write, decided(watched.state(), resolution))
      }
      return true
    })
  }

  return {
    start: (session, plan, { listName, retryOf }, { keepGoing } = {}) =>
      alone(async (stop) => {
        if (plan.phones.length === 0) return fail({ kind: 'no-run', ...text.run.nothingToStart })
        const runId = newRunId(session.clock.now())
        const started: RunStarted = {
          type: 'RunStarted',
          format: 2,
          runId,
          appVersion: options.appVersion,
          tenant: session.tenant,
          operator: session.operator,
          listName,
          ...(session.way !== undefined && { way: session.way }),
          ...(retryOf !== undefined && { retryOf }),
          ...plan,
        }
        const claims = repository.claims({ runId, tenant: session.tenant, isResumed: false })
        try {
          const { now } = session.clock
          const { publish } = shown
          const begun = await beginRun({ file: fileOf(runId), started, claims, now, publish, keepsEvents })
          if (!begun.ok) return begun
          shown.begin(begun.value.log)
          watched.begin(session, runId, {
            ...begun.value,
            ...{ isResumed: false, claims, stopAsked: stop.reason() },
            ...(keepGoing && { keepGoing }),
          })
        } catch (error) {
          return fail(journalFailure(fileOf(runId), error))
        }
        return succeed(runId)
      }),
    resume: (session, runId, confirmed, watchOptions) =>
      alone(async (stop) =>
        isRunId(runId)
          ? named(runId, await takeUp(session, runId, { confirmed, stop, ...watchOptions }))
          : fail({ kind: 'no-run', ...text.run.noRun }),
      ),
    discardQueued: (runId) =>
      alone(async () => {
        if (!isRunId(runId)) return fail({ kind: 'no-run', ...text.run.noRun })
        const discarded = await discardQueue(fileOf(runId), shown.eventsOf(runId))
        await shown.catchUp(runId)
        return discarded
      }),
    open: (runId) =>
      alone(async () => {
        const events = await repository.read(runId, shown.eventsOf(runId))
        if (!events.ok) return events
        const state = replay(events.value)
        if (state?.watching.kind === 'watching') return fail(await watchedElsewhere(fileOf(runId)))
        shown.show({ events: () => events.value, state: () => state })
        return succeed(runId)
      }),
    leave(runId) {
      if (!watched.isWatching()) shown.leave(runId)
    },
    stopWatching: (reason) => (watched.isWatching() ? watched : beginning).stop(reason),
    async evidence(session, batch) {
      const state = shown.state()
      if (state?.batches[batch]?.stage !== 'unknown')
        return fail({ kind: 'no-run', ...text.run.notUnconfirmed })
      return history.look(session, state, batch)
    },
    async acceptFailures(session, reason, confirmed) {
      const isHeldBy = (state: RunState | undefined): boolean => {
        const hold = state && holdOf(state)
        return hold?.kind === 'failures' && hold.reason === reason
      }
      if (watched.isWatching())
        return watched.record(async (write) => {
          if (!isHeldBy(watched.state())) return false
          await write({ type: 'FailuresAccepted', reason })
          return true
        })
      return alone(async (stop) => {
        const state = shown.state()
        if (!state || !isHeldBy(state)) return fail({ kind: 'no-run', ...text.run.decidedElsewhere })
        return takeUp(session, state.runId, { confirmed, accepted: reason, stop })
      })
    },
    async decide(session, resolutions, confirmed) {
      if (watched.isWatching()) return decideLive(session, resolutions)
      return alone(async (stop) => {
        const state = shown.state()
        if (!state || !areUnconfirmed(state, resolutions))
          return fail({ kind: 'no-run', ...text.run.notUnconfirmed })
        const refusal = await history.whyNot(session, state, resolutions, stop.signal)
        if (stop.reason()) return fail({ kind: 'no-run', ...text.run.stoppedBeforeDecision })
        if (refusal) return fail(refusal)
        const shownFor = ({ batch }: Resolution) => history.shownFor(state, batch)
        return takeUp(session, state.runId, { confirmed, resolutions, shownFor, stop })
      })
    },
    isBusy: () => beginning.isBusy() || watched.isWatching(),
    wake: watched.wake,
    events: shown.events,
    eventsOf: shown.eventsOf,
    state: shown.state,
    subscribe: shown.subscribe,
    async idle() {
      await beginning.over()
      await watched.over()
    },
  }
}

const named = (runId: string, resumed: Result<undefined, AppFailure>): Result<string, AppFailure> =>
  resumed.ok ? succeed(runId) : resumed
