import process from 'node:process'
import { runsDirectory } from '../core/run/run-files.ts'
import { createRunRepository } from '../core/run/run-repository.ts'
import type { Runs } from '../core/run/runs.ts'
import type { Session } from '../core/run/session.ts'
import type { Tenant } from '../shared/gateway/tenant.ts'
import type { Confirmation } from '../shared/run/confirmation.ts'
import { isUnfinished, type PastRun } from '../shared/run/past-run.ts'
import { replay } from '../shared/run/reducer.ts'
import { tenantWarnings } from '../shared/run/tenant-warnings.ts'
import { partsOf } from '../shared/run/unclaimed.ts'
import { unsentPlan } from '../shared/run/unsent-plan.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { withAccessToRun } from './access-to-run.ts'
import { ask, canAsk } from './ask.ts'
import { exitCode, Stop } from './exit-code.ts'
import { checkExportFile } from './export-file.ts'
import { findRun } from './find-run.ts'
import { paintSeverity } from './paint.ts'
import { harmless, tell } from './print.ts'
import { readOtherRuns, tellClaims } from './tell-claims.ts'
import { spareMemory } from './v8-settings.ts'
import { openRuns, type WatchOptions, watchRun } from './watch-run.ts'

type ResumeOptions = AccessOptions & WatchOptions & { yes?: true; keepGoing?: true; discardQueued?: true }

/** Takes up the run that is named, or the latest that can be; a finished run only exports again. */
export async function resumeCommand(runId: string | undefined, options: ResumeOptions): Promise<void> {
  await checkExportFile(options.export)
  spareMemory()
  const run = await findUnfinished(runId, options)
  const runs = openRuns(options.dataDir)
  const left = options.discardQueued && isUnfinished(run) ? await discardQueued(runs, run, options) : run
  if (!isUnfinished(left)) {
    process.exitCode = await watchRun(runs, options, undefined, () => runs.open(run.runId))
    return
  }
  await withAccessToRun(left, options, async ({ session, accompany }) => {
    const keepGoing = await confirm(left, session, options)
    process.exitCode = await watchRun(runs, options, accompany, () =>
      runs.resume(session, left.runId, toSubmitIn(left, session.tenant), { keepGoing }),
    )
  })
}

/** The phones that the question is about: they wait to be submitted. */
const toSubmitIn = ({ toSubmit, ...run }: PastRun, here: Tenant): Confirmation => ({
  tenantId: here.id,
  phones: waitingIn(run).map(({ username, hardwareId }) => ({ username, hardwareId })),
  batches: toSubmit.batches,
})

const waitingIn = ({ claims = [] }: Pick<PastRun, 'claims'>) =>
  claims.filter(({ claim }) => claim === 'waiting')

const findUnfinished = (runId: string | undefined, options: ResumeOptions): Promise<PastRun> =>
  findRun(options.dataDir, runId, isUnfinished, ([latest]) =>
    latest
      ? text.cli.run.noneUnfinished(latest.runId, harmless(latest.listName))
      : text.cli.run.noRuns(harmless(options.dataDir)),
  )

/** Needs no access, for nothing is sent. Answers the run as it stands then. */
async function discardQueued(runs: Runs, { runId }: PastRun, options: ResumeOptions): Promise<PastRun> {
  const discarded = await runs.discardQueued(runId)
  if (!discarded.ok) throw new Stop(exitCode.resumable, discarded.failure.message, discarded.failure.remedy)
  tell(text.cli.claims.discarded(discarded.value, runId))
  return findUnfinished(runId, options)
}

/**
 * Asks about the phones that a resumed run would still submit: their passwords are reset as in any run. Answers whether they
 * are submitted even if the phones of a batch failed for the same reason; otherwise a run that this holds is only watched.
 */
async function confirm(
  { runId, toSubmit, tenant, hold, claims }: PastRun,
  { tenant: here, verifiedDomains }: Session,
  { dataDir, yes, keepGoing: isToldTo }: ResumeOptions,
): Promise<boolean> {
  const keepGoing = isToldTo === true
  if (toSubmit.phones === 0) return keepGoing
  const { held } = text.cli.run
  const others = await readOtherRuns(dataDir, here, runId)
  if (others.ok) tellClaims(partsOf(waitingIn({ ...(claims && { claims }) }), others.value.claims))
  // Open batches can be watched anyway.
  else tell(`${others.failure.message} ${others.failure.remedy}`)
  await warnOfDomains(dataDir, runId, verifiedDomains)
  if (hold?.kind === 'failures' && !keepGoing) {
    tell(held.failures(hold.batch + 1, hold.phones, hold.of, harmless(hold.said)))
    if (!yes && canAsk() && (await ask(held.question(toSubmit.phones, harmless(tenant.name))))) return true
    tell(held.onlyWatched)
    return false
  }
  if (yes || (await ask(text.cli.run.resumeQuestion(toSubmit.phones, harmless(tenant.name)))))
    return keepGoing
  throw new Stop(exitCode.resumable, text.cli.run.notConfirmed)
}

/** Which of the phones that wait can't be the tenant's: only the journal has their rows. */
async function warnOfDomains(
  dataDir: string,
  runId: string,
  verifiedDomains: Session['verifiedDomains'],
): Promise<void> {
  const events = await createRunRepository(runsDirectory(dataDir)).read(runId)
  const state = events.ok ? replay(events.value) : undefined
  if (!state) return
  for (const warning of tenantWarnings(unsentPlan(state), verifiedDomains))
    tell(`${paintSeverity('warning')}  ${harmless(warning)}`)
}
