import process from 'node:process'
import type { Runs } from '../main/run/runs.ts'
import type { Tenant } from '../shared/gateway/tenant.ts'
import { isUnfinished, type PastRun } from '../shared/run/past-run.ts'
import { partsOf } from '../shared/run/unclaimed.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { withAccessToRun } from './access-to-run.ts'
import { ask } from './ask.ts'
import { exitCode, Stop } from './exit-code.ts'
import { findRun } from './find-run.ts'
import { harmless, tell } from './print.ts'
import { othersClaims, tellClaims } from './tell-claims.ts'
import { openRuns, type WatchOptions, watchRun } from './watch-run.ts'

type ResumeOptions = AccessOptions & WatchOptions & { yes?: true; discardQueued?: true }

/** Takes up the run that is named, or the latest that can be; a finished run only exports again. */
export async function resumeCommand(runId: string | undefined, options: ResumeOptions): Promise<void> {
  const run = await findUnfinished(runId, options)
  const runs = openRuns(options.dataDir)
  const left = options.discardQueued && isUnfinished(run) ? await discardQueued(runs, run, options) : run
  if (!isUnfinished(left)) {
    process.exitCode = await watchRun(runs, options, undefined, () => runs.open(run.runId))
    return
  }
  await withAccessToRun(left, options, async ({ session, accompany }) => {
    await confirm(left, session.tenant, options)
    process.exitCode = await watchRun(runs, options, accompany, () =>
      runs.resume(session, left.runId, { tenantId: session.tenant.id, ...left.toSubmit }),
    )
  })
}

const findUnfinished = (runId: string | undefined, options: ResumeOptions): Promise<PastRun> =>
  findRun(options.dataDir, runId, isUnfinished, ([latest]) =>
    latest
      ? text.cli.noneUnfinished(latest.runId, harmless(latest.listName))
      : text.cli.noRuns(options.dataDir),
  )

/** Needs no access, for nothing is sent. Answers the run as it stands then. */
async function discardQueued(runs: Runs, { runId }: PastRun, options: ResumeOptions): Promise<PastRun> {
  const discarded = await runs.discardQueued(runId)
  if (!discarded.ok) throw new Stop(exitCode.resumable, discarded.failure.message, discarded.failure.remedy)
  tell(text.cli.claims.discarded(discarded.value, runId))
  return findUnfinished(runId, options)
}

/** What is not yet at the service is submitted when the run goes on: it is a sign-in like any other. */
async function confirm(
  { runId, toSubmit, tenant, claims = [] }: PastRun,
  here: Tenant,
  { dataDir, yes }: ResumeOptions,
): Promise<void> {
  if (toSubmit.phones === 0) return
  const waiting = claims.filter(({ claim }) => claim === 'waiting')
  const others = await othersClaims(dataDir, here, runId)
  if (others.ok) tellClaims(partsOf(waiting, others.value))
  // What is open can be watched all the same.
  else tell(`${others.failure.message} ${others.failure.remedy}`)
  if (!yes && !(await ask(text.cli.resumeQuestion(toSubmit.phones, harmless(tenant.name)))))
    throw new Stop(exitCode.resumable, text.cli.notConfirmed)
}
