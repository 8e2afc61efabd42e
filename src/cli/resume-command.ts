import process from 'node:process'
import { runsDirectory } from '../main/run/run-files.ts'
import { createShelf } from '../main/run/shelf.ts'
import { isUnfinished, type PastRun } from '../shared/run/past-run.ts'
import { text } from '../shared/text/index.ts'
import { type Access, type AccessOptions, openAccess } from './access.ts'
import { ask } from './ask.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, tell } from './print.ts'
import { type WatchOptions, watchRun } from './watch-run.ts'

/** Takes up the run that is named, or the latest unfinished one; a finished run only exports again. */
export async function resumeCommand(
  runId: string | undefined,
  options: AccessOptions & WatchOptions & { yes?: true },
): Promise<void> {
  const run = await findRun(options.dataDir, runId)
  if (!isUnfinished(run)) {
    process.exitCode = await watchRun(options, undefined, (runs) => runs.open(run.runId))
    return
  }
  const { session, accompany } = await accessTo(run, options)
  try {
    if (session.tenant.id !== run.tenant.id) {
      const { message, remedy } = text.run.otherTenant(harmless(run.tenant.name))
      throw new Stop(exitCode.access, message, remedy)
    }
    tell(
      text.cli.aboutToResume(harmless(text.cli.tenant(session.tenant)), harmless(session.operator.username)),
    )
    await confirm(run, options.yes)
    process.exitCode = await watchRun(options, accompany, (runs) => runs.resume(session, run.runId))
  } finally {
    await session.end()
  }
}

/** What is not yet at the service is submitted when the run goes on: it is a sign-in like any other. */
async function confirm({ toSubmit, tenant }: PastRun, yes: true | undefined): Promise<void> {
  if (toSubmit.phones === 0 || yes) return
  if (!(await ask(text.cli.resumeQuestion(toSubmit.phones, harmless(tenant.name)))))
    throw new Stop(exitCode.resumable, text.cli.notConfirmed)
}

/** Access to the run's own tenant. */
async function accessTo({ tenant, operator }: PastRun, options: AccessOptions): Promise<Access> {
  if (!tenant.simulated) return openAccess(options, { tenantId: tenant.id, username: operator.username })
  if (!options.simulate && options.api === undefined) throw new Stop(exitCode.access, text.cli.simulatedRun)
  return openAccess(options)
}

async function findRun(dataDirectory: string, runId: string | undefined): Promise<PastRun> {
  const { runs } = await createShelf(runsDirectory(dataDirectory)).list()
  const run = runs.find((one) => (runId === undefined ? isUnfinished(one) : one.runId === runId))
  if (!run) throw new Stop(exitCode.resumable, text.cli.noRunToResume(dataDirectory))
  return run
}
