import type { ElsewhereReader } from '../../core/run/elsewhere.ts'
import type { RunRepository } from '../../core/run/run-repository.ts'
import type { RunNames, Runs } from '../../core/run/runs.ts'
import type { Session } from '../../core/run/session.ts'
import type { SessionService } from '../../core/session/session-service.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import { checkPhones } from '../../shared/phones/check.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { type Confirmation, confirmationOf, isConfirmed } from '../../shared/run/confirmation.ts'
import { isWatching } from '../../shared/run/is-watching.ts'
import { inBatchesOf, planRun, type RunPlan } from '../../shared/run/plan.ts'
import { retryPlan } from '../../shared/run/retry-plan.ts'
import { noMemory, runMemory, withoutSignedIn } from '../../shared/run/run-memory.ts'
import {
  nothingElsewhere,
  withElsewhere,
  withoutUnderWayElsewhere,
} from '../../shared/run/submitted-elsewhere.ts'
import { claimsOfOthers, withoutClaimed } from '../../shared/run/unclaimed.ts'
import { unreadClaimant } from '../../shared/run/unread-runs.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'

const { failures } = text.main

/** Starting and watching. What would run is worked out here again; the page's word for it is only compared. */
export function runHandlers(options: {
  readonly runs: Runs
  readonly repository: Pick<RunRepository, 'list'>
  readonly sessions: Pick<SessionService, 'current'>
  readonly elsewhere: Pick<ElsewhereReader, 'readOrLast'>
  /** Sends on what is held back, so that an answer never overtakes events that came before it. */
  readonly flush: () => void
  readonly now: () => number
  /** How many phones the operator wants in a batch. */
  readonly batchSize: () => number
}): Pick<
  Handlers,
  | 'run:start'
  | 'run:retry-failed'
  | 'run:open'
  | 'run:resume'
  | 'run:discard-queued'
  | 'run:stop-watching'
  | 'run:look-now'
  | 'run:evidence'
  | 'run:decide'
  | 'run:accept-failures'
  | 'run:current'
> {
  const { runs, repository, sessions, elsewhere, flush, now, batchSize } = options
  let lookedAt = Number.NEGATIVE_INFINITY
  // Starts for which the app still works out what would run.
  const beingPlanned = new Set<{ isTakenBack: boolean }>()

  async function start(
    planFor: PlanFor,
    confirmed: Confirmation,
    names: RunNames,
    includeSignedIn = false,
  ): Promise<Result<{ readonly runId: string }, AppFailure>> {
    const session = sessions.current()
    if (!session) return fail({ kind: 'signed-out', ...failures.signedOut })
    if (isWatching(runs.state())) return fail({ kind: 'run-under-way', ...text.run.underWay })
    const asked = { isTakenBack: false }
    beingPlanned.add(asked)
    const plan = await unclaimedPlan(session, planFor, includeSignedIn).finally(() =>
      beingPlanned.delete(asked),
    )
    if (!plan.ok) return plan
    if (asked.isTakenBack) return fail({ kind: 'no-run', ...text.run.stoppedBeforeStart })
    // Somebody may have left the tenant while the disk was read.
    const here = sessions.current()
    if (!here) return fail({ kind: 'signed-out', ...failures.signedOut })
    if (!isConfirmed(confirmed, confirmationOf(plan.value, here.tenant)))
      return fail({ kind: 'not-confirmed', ...text.run.notConfirmed })
    const started = await runs.start(here, plan.value, names)
    return started.ok ? succeed({ runId: started.value }) : started
  }

  /**
   * The plan, without phones that other runs or other people's batches have under way by now. Also without phones that were
   * signed in before, unless those are included. Reads the batch history again, because the question may have been open for long.
   */
  async function unclaimedPlan(
    session: Session,
    planFor: PlanFor,
    includeSignedIn: boolean,
  ): Promise<Result<RunPlan, AppFailure>> {
    const planned = await planFor(session)
    if (!planned.ok) return planned
    const listed = await repository.list()
    if (!listed.ok) return listed
    const { runs: past, unreadable } = listed.value
    const unread = unreadClaimant(unreadable, Date.now())
    if (unread) return fail({ kind: 'file', ...text.run.otherUnread(unread.file, unread.trouble) })
    const { plan: unclaimed } = withoutClaimed(planned.value, claimsOfOthers(past, session.tenant))
    const others = unclaimed.phones.length > 0 ? await elsewhere.readOrLast(session, past) : nothingElsewhere
    const { plan: free } = withoutUnderWayElsewhere(unclaimed, others)
    const memory = includeSignedIn ? noMemory : withElsewhere(runMemory(past, session.tenant, now()), others)
    const plan = inBatchesOf(withoutSignedIn(free, memory), batchSize())
    if (plan.phones.length > 0 || planned.value.phones.length === 0) return succeed(plan)
    return fail({ kind: 'not-confirmed', ...whyNothing(unclaimed, free) })
  }

  const withSession = async <Value>(
    work: (session: Session) => Promise<Result<Value, AppFailure>>,
  ): Promise<Result<Value, AppFailure>> => {
    const session = sessions.current()
    return session ? work(session) : fail({ kind: 'signed-out', ...failures.signedOut })
  }

  return {
    'run:start': ({ sheet, region, includeSignedIn, rows, retryOf, confirmed }) =>
      start(
        async (session) => {
          const list = checkPhones(sheet, region)
          const chosen = rows && new Set(rows)
          if (
            list.rows.some((row) => row.status === 'ready' && !row.region && (!chosen || chosen.has(row.row)))
          )
            return fail({ kind: 'not-confirmed', ...failures.noRegion })
          if (retryOf !== undefined) {
            const listed = await repository.list()
            if (!listed.ok) return listed
            const earlier = listed.value.runs.find((run) => run.runId === retryOf)
            if (!earlier) return fail({ kind: 'no-run', ...failures.otherRun })
            if (earlier.tenant.id !== session.tenant.id)
              return fail({ kind: 'not-confirmed', ...text.run.otherTenant(earlier.tenant.name) })
          }
          return succeed(planRun(list, chosen))
        },
        confirmed,
        { listName: sheet.name, ...(retryOf !== undefined && { retryOf }) },
        includeSignedIn,
      ),
    'run:retry-failed': ({ runId, includeSignedIn, rows, confirmed }) => {
      const state = runs.state()
      if (state?.runId !== runId) return fail({ kind: 'no-run', ...failures.otherRun })
      return start(
        async (session) => {
          if (session.tenant.id !== state.tenant.id)
            return fail({ kind: 'not-confirmed', ...text.run.otherTenant(state.tenant.name) })
          const listed = await repository.list()
          if (!listed.ok) return listed
          const { runs: past, unreadable } = listed.value
          // The name of a run begins with its start.
          const later = unreadable.find((one) => one.runId > runId && !one.neverBegan)
          return later
            ? fail({ kind: 'file', ...text.run.laterUnread(later.file, later.trouble) })
            : succeed(retryPlan(state, past, rows && new Set(rows)))
        },
        confirmed,
        { listName: state.listName, retryOf: runId },
        includeSignedIn,
      )
    },
    'run:open': async ({ runId }) => {
      const opened = await runs.open(runId)
      return opened.ok ? succeed(undefined) : opened
    },
    'run:resume': ({ runId, confirmed }) =>
      withSession(async (session) => {
        const resumed = await runs.resume(session, runId, confirmed)
        return resumed.ok ? succeed(undefined) : resumed
      }),
    'run:discard-queued': async ({ runId }) => {
      const discarded = await runs.discardQueued(runId)
      return discarded.ok ? succeed(undefined) : discarded
    },
    'run:stop-watching': async () => {
      for (const asked of beingPlanned) asked.isTakenBack = true
      // Also for a run that is about to be watched: checking a decision may take a while.
      if (!isWatching(runs.state()) && !runs.isBusy() && beingPlanned.size === 0)
        return fail({ kind: 'no-run', ...failures.nothingWatched })
      runs.stopWatching('operator')
      await runs.idle()
      return succeed(undefined)
    },
    'run:look-now': () => {
      if (!isWatching(runs.state())) return fail({ kind: 'no-run', ...failures.nothingWatched })
      // The page is not trusted: however often it asks, the app asks the service no more often than this. The clock may
      // have been set back since.
      if (Math.abs(now() - lookedAt) >= betweenLooks) {
        lookedAt = now()
        runs.wake()
      }
      return succeed(undefined)
    },
    'run:evidence': ({ runId, batch }) =>
      withSession(async (session) => {
        const state = runs.state()
        if (state?.runId !== runId) return fail({ kind: 'no-run', ...failures.otherRun })
        // Another tenant's record says nothing, and that would look like proof.
        if (state.tenant.id !== session.tenant.id)
          return fail({ kind: 'no-run', ...text.run.otherTenant(state.tenant.name) })
        return runs.evidence(session, batch)
      }),
    'run:decide': ({ runId, batch, decision, confirmed }) =>
      withSession(async (session) => {
        const state = runs.state()
        if (state?.runId !== runId) return fail({ kind: 'no-run', ...failures.otherRun })
        return runs.decide(session, [{ batch, decision }], confirmed)
      }),
    'run:accept-failures': ({ runId, reason, confirmed }) =>
      withSession(async (session) => {
        const state = runs.state()
        if (state?.runId !== runId) return fail({ kind: 'no-run', ...failures.otherRun })
        return runs.acceptFailures(session, reason, confirmed)
      }),
    'run:current': () => {
      flush()
      return succeed(runs.events())
    },
  }
}

function whyNothing(unclaimed: RunPlan, free: RunPlan): Pick<AppFailure, 'message' | 'remedy'> {
  if (unclaimed.phones.length === 0) return text.run.allClaimed
  return free.phones.length === 0 ? text.run.allElsewhere : text.run.allSignedIn
}

type PlanFor = (session: Session) => Result<RunPlan, AppFailure> | Promise<Result<RunPlan, AppFailure>>

// In ms; the engine's own quickest look is not much quicker.
const betweenLooks = 2000
