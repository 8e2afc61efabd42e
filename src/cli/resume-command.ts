import process from 'node:process'
import { isUnfinished, type PastRun } from '../shared/run/past-run.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { withAccessToRun } from './access-to-run.ts'
import { ask } from './ask.ts'
import { exitCode, Stop } from './exit-code.ts'
import { checkExportFile } from './export-file.ts'
import { findRun } from './find-run.ts'
import { harmless } from './print.ts'
import { openRuns, type WatchOptions, watchRun } from './watch-run.ts'

/** Takes up the run that is named, or the latest that can be; a finished run only exports again. */
export async function resumeCommand(
  runId: string | undefined,
  options: AccessOptions & WatchOptions & { yes?: true },
): Promise<void> {
  await checkExportFile(options.export)
  const run = await findRun(options.dataDir, runId, isUnfinished, ([latest]) =>
    latest
      ? text.cli.noneUnfinished(latest.runId, harmless(latest.listName))
      : text.cli.noRuns(harmless(options.dataDir)),
  )
  const runs = openRuns(options.dataDir)
  if (!isUnfinished(run)) {
    process.exitCode = await watchRun(runs, options, undefined, () => runs.open(run.runId))
    return
  }
  await withAccessToRun(run, options, async ({ session, accompany }) => {
    await confirm(run, options.yes)
    process.exitCode = await watchRun(runs, options, accompany, () =>
      runs.resume(session, run.runId, { tenantId: session.tenant.id, ...run.toSubmit }),
    )
  })
}

/** What is not yet at the service is submitted when the run goes on: it is a sign-in like any other. */
async function confirm({ toSubmit, tenant }: PastRun, yes: true | undefined): Promise<void> {
  if (toSubmit.phones === 0 || yes) return
  if (!(await ask(text.cli.resumeQuestion(toSubmit.phones, harmless(tenant.name)))))
    throw new Stop(exitCode.resumable, text.cli.notConfirmed)
}
