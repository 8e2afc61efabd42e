import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { version } from '../../package.json'
import { runsDirectory } from '../core/run/run-files.ts'
import { createRunRepository } from '../core/run/run-repository.ts'
import { createRuns, type Runs } from '../core/run/runs.ts'
import type { AppFailure } from '../shared/app-failure.ts'
import type { Result } from '../shared/result.ts'
import { holdOf } from '../shared/run/hold.ts'
import { isWorthOtherWay } from '../shared/run/other-way.ts'
import { resultFile } from '../shared/run/result-file.ts'
import type { RunState } from '../shared/run/run-state.ts'
import { stillToSubmit } from '../shared/run/still-to-submit.ts'
import { unconfirmedOf } from '../shared/run/unconfirmed.ts'
import { text } from '../shared/text/index.ts'
import { visibleJson } from '../shared/text/visible-json.ts'
import type { Access } from './access.ts'
import { eventAsJson } from './event-as-json.ts'
import { type ExitCode, exitCode, Stop } from './exit-code.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { waitForNoReader } from './output.ts'
import type { PowerShellOptions } from './powershell-session.ts'
import { harmless, print, tell } from './print.ts'
import { createReporter } from './reporter.ts'

export type WatchOptions = {
  readonly json?: true
  readonly export?: string
  readonly dataDir: string
}

/** The runs of a data directory, for a command that watches one: it tells events as they happen, and asks for none later. */
export function openRuns(dataDirectory: string): Runs {
  // It holds locks that others wait for.
  waitForNoReader()
  return createRuns({
    repository: createRunRepository(runsDirectory(dataDirectory)),
    appVersion: version,
    random: Math.random,
    keepsEvents: false,
  })
}

/**
 * Starts or resumes a run, reports its progress until its end and writes the results. Ctrl-C stops
 * watching, a second one at once. Watching also stops, with the exit code of access, if only a person could give access
 * again and there is none.
 */
export async function watchRun(
  runs: Runs,
  options: Omit<WatchOptions, 'dataDir'> & Pick<PowerShellOptions, 'via'>,
  accompany: Access['accompany'],
  begin: () => Promise<Result<unknown, AppFailure>>,
): Promise<ExitCode> {
  let hasAccess = true
  const giveUp = (): void => {
    hasAccess = false
    runs.stopWatching('operator')
  }
  const report = options.json ? undefined : createReporter(tell)
  const unsubscribe = runs.subscribe((event, _when, after) => {
    if (options.json) print(visibleJson(eventAsJson(event)))
    else report?.(event, after())
  })
  const leave = accompany?.({ wake: runs.wake, giveUp })
  const stop = (): void => {
    leave?.()
    process.once('SIGINT', () => process.exit(exitCode.resumable))
    tell(text.cli.run.stopping)
    runs.stopWatching('operator')
  }
  process.once('SIGINT', stop)
  try {
    const begun = await begin()
    if (!begun.ok) throw new Stop(exitCode.resumable, begun.failure.message, begun.failure.remedy)
    await runs.idle()
  } finally {
    process.removeListener('SIGINT', stop)
    leave?.()
    unsubscribe()
  }
  const state = runs.state()
  if (!state) throw new Error('A run that began has a state')
  const isSaved = await saveResults(state, options.export)
  const ended = exitCodeOf(state)
  const code = ended === exitCode.resumable && !hasAccess ? exitCode.access : ended
  if (code === exitCode.access && accompany) tell(text.cli.signIn.signInFirst(harmless(state.tenant.id)))
  const isDirect = options.via !== 'powershell' && !state.tenant.simulated
  if (isDirect && isWorthOtherWay(state)) tell(text.cli.powershell.otherWay)
  if (code === exitCode.resumable || code === exitCode.access) {
    tellHowToGoOn(state)
    return code
  }
  // The file in that place may be from an earlier run. A script must not take it for this one's.
  return isSaved ? code : exitCode.outputLost
}

function tellHowToGoOn(state: RunState): void {
  const { runId, watching } = state
  // If only unknown phones remain, there is nothing left to watch or to decide.
  if (watching.kind === 'finished') return
  const hold = holdOf(state)
  const { phones } = stillToSubmit(state)
  if (hold && phones > 0) {
    const { held } = text.cli.run
    if (hold.kind === 'answer') tell(held.answer(hold.batch + 1))
    else tell(held.failures(hold.batch + 1, hold.phones, hold.of, harmless(hold.said)))
    tell(held.rest(phones))
    if (hold.kind === 'failures') tell(held.howTo(runId))
  }
  const unconfirmed = unconfirmedOf(state).length
  if (unconfirmed > 0) tell(text.cli.reconcile.howTo(runId, unconfirmed))
  const isUndecided = watching.kind === 'stopped' && watching.reason === 'undecided'
  tell(isUndecided ? text.cli.run.howToLookAgain(runId) : text.cli.run.howToResume(runId))
}

/** Whether everything that was asked for is in the file. */
async function saveResults(state: RunState, file: string | undefined): Promise<boolean> {
  if (file === undefined) return true
  try {
    await writeFile(file, resultFile(state))
    tell(text.cli.run.exported(harmless(file), state.phones.length + state.leftOut.length))
    return true
  } catch (error) {
    tell(text.cli.run.notExported(harmless(file), harmless((error as Error).message), state.runId))
    return false
  }
}
