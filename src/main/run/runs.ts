import { assertNever } from '../../shared/assert-never.ts'
import type { AppFailure } from '../../shared/ipc.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { RunEvent, RunHappening, RunStarted } from '../../shared/run/events.ts'
import type { Candidate, Decision } from '../../shared/run/evidence.ts'
import type { RunPlan } from '../../shared/run/plan.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import { type Engine, startEngine } from './engine.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { gatherEvidence } from './evidence.ts'
import { continueJournal, createJournal, type Journal, type JournalContent, readJournal } from './journal.ts'
import { isRunId, journalFile, newRunId } from './run-files.ts'
import { type RunLock, takeRunLock } from './run-lock.ts'
import type { Session } from './session.ts'

/** The run that is shown: started, watched, stopped, watched again. At most one at a time. */
export type Runs = {
  /** Resolves when the run has begun: its plan is on disk. */
  start(session: Session, plan: RunPlan, names: RunNames): Promise<Result<string, AppFailure>>
  /** Takes up a run of this directory from its journal. */
  resume(session: Session, runId: string): Promise<Result<string, AppFailure>>
  /** What the service's record says of a batch of the shown run whose submission is in doubt. */
  evidence(session: Session, batch: number): Promise<Result<readonly Candidate[], AppFailure>>
  /** Settles a batch in doubt as the operator says, and goes on with the run. */
  decide(session: Session, batch: number, decision: Decision): Promise<Result<undefined, AppFailure>>
  stopWatching(reason: 'operator' | 'closing'): void
  watchAgain(session: Session): Promise<Result<undefined, AppFailure>>
  /** Whether a run is watched or about to be. */
  isBusy(): boolean
  /** Looks at once instead of waiting for the next turn. */
  wake(): void
  events(): readonly RunEvent[]
  state(): RunState | undefined
  /** Calls back with each event as it happens; the function returned ends that. */
  subscribe(listener: (event: RunEvent) => void): () => void
  /** Resolves when no run is watched any more and its journal is closed. */
  idle(): Promise<void>
}

export type RunNames = { readonly listName: string; readonly retryOf?: string }

export function createRuns(options: {
  readonly directory: string
  readonly appVersion: string
  readonly random: () => number
}): Runs {
  const listeners = new Set<(event: RunEvent) => void>()
  let log: EventLog | undefined
  let engine: Engine | undefined
  let watched: Promise<void> = Promise.resolve()
  // From the call on, not only from the first event: two clicks must not make two runs.
  let beginning = false

  const publish = (event: RunEvent): void => {
    for (const listener of listeners) listener(event)
  }

  async function alone<Value>(
    begin: () => Promise<Result<Value, AppFailure>>,
  ): Promise<Result<Value, AppFailure>> {
    if (beginning || engine) return fail({ kind: 'run-under-way', ...text.run.underWay })
    beginning = true
    try {
      return await begin()
    } finally {
      beginning = false
    }
  }

  function watch(session: Session, held: HeldJournal, of: EventLog): void {
    engine = startEngine({ gateway: session.gateway, clock: session.clock, log: of, random: options.random })
    watched = engine.done.finally(async () => {
      engine = undefined
      await letGo(held)
    })
  }

  async function takeUp(
    session: Session,
    runId: string,
    decided?: RunHappening,
  ): Promise<Result<string, AppFailure>> {
    const file = journalFile(options.directory, runId)
    let lock: RunLock | undefined
    try {
      lock = await takeRunLock(file, Date.now())
      if (!lock) return fail({ kind: 'run-under-way', ...text.run.watchedElsewhere })
      const content = await readJournal(file)
      const refusal = whyNotContinue(content, session)
      if (refusal) return fail(refusal)
      const journal = await continueJournal(file, content)
      log = createEventLog({ journal, now: session.clock.now, publish, past: content.events })
      for (const event of content.events) publish(event)
      if (log.state()?.watching.kind === 'finished') {
        await journal.close()
        return succeed(runId)
      }
      if (decided) await log.record(decided)
      await log.record({ type: 'WatchResumed' })
      watch(session, { journal, lock }, log)
      lock = undefined
      return succeed(runId)
    } catch (error) {
      return fail(journalFailure(file, error))
    } finally {
      await lock?.release()
    }
  }

  return {
    start: (session, plan, { listName, retryOf }) =>
      alone(async () => {
        if (plan.phones.length === 0) return fail({ kind: 'no-run', ...text.run.nothingToStart })
        const runId = newRunId(session.clock.now())
        const started: RunStarted = {
          type: 'RunStarted',
          format: 1,
          runId,
          appVersion: options.appVersion,
          tenant: session.tenant,
          operator: session.operator,
          listName,
          ...(retryOf !== undefined && { retryOf }),
          ...plan,
        }
        const file = journalFile(options.directory, runId)
        try {
          const held = await holdNewJournal(file)
          const begun = createEventLog({ journal: held.journal, now: session.clock.now, publish })
          await begun.record(started).catch((error: unknown) => letGo(held).then(() => Promise.reject(error)))
          log = begun
          watch(session, held, begun)
        } catch (error) {
          return fail(journalFailure(file, error))
        }
        return succeed(runId)
      }),
    resume: (session, runId) =>
      alone(async () =>
        isRunId(runId) ? takeUp(session, runId) : fail({ kind: 'no-run', ...text.run.noRun }),
      ),
    stopWatching: (reason) => engine?.stop(reason),
    watchAgain: (session) =>
      alone(async () => {
        const state = log?.state()
        if (state?.watching.kind !== 'stopped') return fail({ kind: 'no-run', ...text.run.noRun })
        const resumed = await takeUp(session, state.runId)
        return resumed.ok ? succeed(undefined) : resumed
      }),
    async evidence(session, batch) {
      const state = log?.state()
      if (state?.batches[batch]?.stage !== 'unknown') return fail({ kind: 'no-run', ...text.run.notInDoubt })
      const candidates = await gatherEvidence(session.gateway, state, batch)
      return candidates.ok
        ? candidates
        : fail({ kind: 'service', ...text.run.noEvidence(candidates.failure) })
    },
    decide: (session, batch, decision) =>
      alone(async () => {
        const state = log?.state()
        if (state?.batches[batch]?.stage !== 'unknown')
          return fail({ kind: 'no-run', ...text.run.notInDoubt })
        const resumed = await takeUp(session, state.runId, decided(batch, decision))
        return resumed.ok ? succeed(undefined) : resumed
      }),
    isBusy: () => beginning || engine !== undefined,
    wake: () => engine?.wake(),
    events: () => log?.events() ?? [],
    state: () => log?.state(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    idle: () => watched,
  }
}

type HeldJournal = { readonly journal: Journal; readonly lock: RunLock }

async function holdNewJournal(file: string): Promise<HeldJournal> {
  const journal = await createJournal(file)
  const lock = await takeRunLock(file, Date.now())
  if (lock) return { journal, lock }
  await journal.close()
  throw new Error(text.run.watchedElsewhere.message)
}

async function letGo({ journal, lock }: HeldJournal): Promise<void> {
  await journal.close()
  await lock.release()
}

function decided(batch: number, decision: Decision): RunHappening {
  switch (decision.kind) {
    case 'adopt':
      return { type: 'BatchAdopted', batch, batchId: decision.batchId, by: 'operator' }
    case 'submit-again':
      return { type: 'BatchReleased', batch }
    case 'leave':
      return { type: 'BatchFinished', batch, serviceStatus: text.run.leftUnknown }
    default:
      return assertNever(decision)
  }
}

function whyNotContinue(
  { events: [first], unsound }: JournalContent,
  { tenant }: Session,
): AppFailure | undefined {
  if (first?.type !== 'RunStarted') return { kind: 'no-run', ...text.run.noRun }
  if (unsound?.kind === 'foreign') return { kind: 'no-run', ...text.run.notContinued(unsound.message) }
  if (first.tenant.id !== tenant.id) return { kind: 'no-run', ...text.run.otherTenant(first.tenant.name) }
  return undefined
}

function journalFailure(file: string, error: unknown): AppFailure {
  const { cause } = error as Error
  const reason = cause instanceof Error ? cause.message : (error as Error).message
  return { kind: 'file', ...text.run.journalNotWritable(file, reason) }
}
