import process from 'node:process'
import { isOpen, listRuns, type RunOnDisk, runsDirectory } from '../main/run/run-files.ts'
import type { RunState } from '../shared/run/run-state.ts'
import { text } from '../shared/text/index.ts'
import { type Access, type AccessOptions, openAccess } from './access.ts'
import { ask } from './ask.ts'
import { closedSession } from './closed-session.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, tell } from './print.ts'
import { type WatchOptions, watchRun } from './watch-run.ts'

/** Takes up the run that is named, or the latest unfinished one; a finished run only exports again. */
export async function resumeCommand(
  runId: string | undefined,
  options: AccessOptions & WatchOptions & { yes?: true },
): Promise<void> {
  const { state, runId: found } = await findRun(options.dataDir, runId)
  if (!state) throw new Stop(exitCode.resumable, text.cli.noRunToResume(options.dataDir))
  const { session, accompany } = await accessTo(state, options)
  try {
    if (session.tenant.id !== state.tenant.id) {
      const { message, remedy } = text.run.otherTenant(harmless(state.tenant.name))
      throw new Stop(exitCode.access, message, remedy)
    }
    if (state.watching.kind !== 'finished')
      tell(
        text.cli.aboutToResume(
          harmless(text.cli.tenant(session.tenant)),
          harmless(session.operator.username),
        ),
      )
    // What was queued when watching stopped is submitted now: it is a sign-in like any other.
    const queued = state.batches.filter(({ stage }) => stage === 'queued' || stage === 'waiting')
    const phones = queued.reduce((sum, batch) => sum + batch.phones.length, 0)
    if (
      phones > 0 &&
      !options.yes &&
      !(await ask(text.cli.resumeQuestion(phones, harmless(state.tenant.name))))
    )
      throw new Stop(exitCode.resumable, text.cli.notConfirmed)
    process.exitCode = await watchRun(options, accompany, (runs) => runs.resume(session, found))
  } finally {
    await session.end()
  }
}

/** A finished run needs nobody; any other one access to its own tenant. */
async function accessTo(state: RunState, options: AccessOptions): Promise<Access> {
  const { tenant, operator, watching } = state
  if (watching.kind === 'finished') return { session: closedSession(state) }
  if (!tenant.simulated) return openAccess(options, { tenantId: tenant.id, username: operator.username })
  if (!options.simulate && options.api === undefined) throw new Stop(exitCode.access, text.cli.simulatedRun)
  return openAccess(options)
}

async function findRun(dataDirectory: string, runId: string | undefined): Promise<RunOnDisk> {
  const runs = await listRuns(runsDirectory(dataDirectory))
  const run = runs.find((one) => (runId === undefined ? isOpen(one) : one.runId === runId))
  if (!run) throw new Stop(exitCode.resumable, text.cli.noRunToResume(dataDirectory))
  return run
}
