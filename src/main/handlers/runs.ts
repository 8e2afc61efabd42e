import type { AppFailure, Confirmation } from '../../shared/ipc.ts'
import { checkPhones } from '../../shared/phones/check.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { planRun, type RunPlan } from '../../shared/run/plan.ts'
import { retryPlan } from '../../shared/run/retry-plan.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'
import type { RunNames, Runs } from '../run/runs.ts'
import type { Session } from '../run/session.ts'
import type { SessionDesk } from '../session-desk.ts'
import { isWatching } from '../watching.ts'

const { failures } = text.main

/** Starting and watching. What would run is worked out here again; the page's word for it is only compared. */
export function runHandlers(options: {
  readonly runs: Runs
  readonly sessions: Pick<SessionDesk, 'current'>
  /** Sends on what is held back, so that an answer never overtakes events that came before it. */
  readonly flush: () => void
}): Pick<
  Handlers,
  'run:start' | 'run:retry-failed' | 'run:stop-watching' | 'run:watch-again' | 'run:current'
> {
  const { runs, sessions, flush } = options

  async function start(
    planned: (session: Session) => Result<RunPlan, AppFailure>,
    confirmed: Confirmation,
    names: RunNames,
  ): Promise<Result<{ readonly runId: string }, AppFailure>> {
    const session = sessions.current()
    if (!session) return fail({ kind: 'signed-out', ...failures.signedOut })
    if (isWatching(runs.state())) return fail({ kind: 'run-under-way', ...text.run.underWay })
    const plan = planned(session)
    if (!plan.ok) return plan
    if (!isAsConfirmed(confirmed, session, plan.value))
      return fail({ kind: 'not-confirmed', ...failures.notConfirmed })
    const started = await runs.start(session, plan.value, names)
    return started.ok ? succeed({ runId: started.value }) : started
  }

  return {
    'run:start': ({ sheet, region, confirmed }) =>
      start(
        () => {
          const list = checkPhones(sheet, region)
          return list.rows.some((row) => row.status === 'ready' && !row.region)
            ? fail({ kind: 'not-confirmed', ...failures.noRegion })
            : succeed(planRun(list))
        },
        confirmed,
        { listName: sheet.name },
      ),
    'run:retry-failed': ({ runId, confirmed }) => {
      const state = runs.state()
      if (state?.runId !== runId) return fail({ kind: 'no-run', ...failures.otherRun })
      return start(
        (session) =>
          session.tenant.id === state.tenant.id
            ? succeed(retryPlan(state))
            : fail({ kind: 'not-confirmed', ...text.run.otherTenant(state.tenant.name) }),
        confirmed,
        { listName: state.listName, retryOf: runId },
      )
    },
    'run:stop-watching': async () => {
      if (!isWatching(runs.state())) return fail({ kind: 'no-run', ...failures.nothingWatched })
      runs.stopWatching('operator')
      await runs.idle()
      return succeed(undefined)
    },
    'run:watch-again': async () => {
      const session = sessions.current()
      return session ? runs.watchAgain(session) : fail({ kind: 'signed-out', ...failures.signedOut })
    },
    'run:current': () => {
      flush()
      return succeed(runs.events())
    },
  }
}

const isAsConfirmed = (confirmed: Confirmation, { tenant }: Session, plan: RunPlan): boolean =>
  confirmed.tenantId === tenant.id &&
  confirmed.phones === plan.phones.length &&
  confirmed.batches === plan.batches.length
