import process from 'node:process'
import { isUnfinished, type PastRun } from '../shared/run/past-run.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { withAccessToRun } from './access-to-run.ts'
import { ask, canAsk } from './ask.ts'
import { exitCode, Stop } from './exit-code.ts'
import { findRun } from './find-run.ts'
import { harmless, tell } from './print.ts'
import { openRuns, type WatchOptions, watchRun } from './watch-run.ts'

/** Takes up the run that is named, or the latest that can be; a finished run only exports again. */
export async function resumeCommand(
  runId: string | undefined,
  options: AccessOptions & WatchOptions & { yes?: true; keepGoing?: true },
): Promise<void> {
  const run = await findRun(options.dataDir, runId, isUnfinished, ([latest]) =>
    latest
      ? text.cli.noneUnfinished(latest.runId, harmless(latest.listName))
      : text.cli.noRuns(options.dataDir),
  )
  const runs = openRuns(options.dataDir)
  if (!isUnfinished(run)) {
    process.exitCode = await watchRun(runs, options, undefined, () => runs.open(run.runId))
    return
  }
  await withAccessToRun(run, options, async ({ session, accompany }) => {
    const keepGoing = await confirm(run, options)
    process.exitCode = await watchRun(runs, options, accompany, () =>
      runs.resume(session, run.runId, { tenantId: session.tenant.id, ...run.toSubmit }, { keepGoing }),
    )
  })
}

/**
 * What is not yet at the service is submitted when the run goes on: it is a sign-in like any other. Answers whether it
 * is submitted even where the phones of a batch failed alike; a run that such a batch holds is only watched otherwise.
 */
async function confirm(
  { toSubmit, tenant, hold }: PastRun,
  { yes, keepGoing = false }: { readonly yes?: true; readonly keepGoing?: boolean },
): Promise<boolean> {
  if (toSubmit.phones === 0) return keepGoing
  const { held } = text.cli
  if (hold?.kind === 'failures' && !keepGoing) {
    tell(held.failures(hold.batch + 1, hold.phones, hold.of, harmless(hold.said)))
    if (!yes && canAsk() && (await ask(held.question(toSubmit.phones, harmless(tenant.name))))) return true
    tell(held.onlyWatched)
    return false
  }
  if (yes || (await ask(text.cli.resumeQuestion(toSubmit.phones, harmless(tenant.name))))) return keepGoing
  throw new Stop(exitCode.resumable, text.cli.notConfirmed)
}
