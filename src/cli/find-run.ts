import type { PastRun } from '../shared/run/past-run.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, tell } from './print.ts'
import { runsOnDisk } from './runs-on-disk.ts'

/**
 * The run that is named, or else the latest that `fits` and can be gone on with; those passed over are told.
 * Stops where there is none and says why: where none fits, with the words that `noneFits` has for the runs there are.
 */
export async function findRun(
  dataDirectory: string,
  runId: string | undefined,
  fits: (run: PastRun) => boolean,
  noneFits: (runs: readonly PastRun[]) => string,
): Promise<PastRun> {
  const { runs } = await runsOnDisk(dataDirectory)
  if (runId !== undefined) {
    const named = runs.find((run) => run.runId === runId)
    if (named) return named
    throw new Stop(exitCode.resumable, text.cli.noRunToResume(dataDirectory))
  }
  const fitting = runs.filter(fits)
  const first = fitting.findIndex((run) => whyNotGoOn(run) === undefined)
  const run = fitting[first]
  const passedOver = (run ? fitting.slice(0, first) : fitting).map(passedOverLine)
  if (!run) throw new Stop(exitCode.resumable, passedOver.length > 0 ? passedOver.join('\n') : noneFits(runs))
  for (const line of passedOver) tell(line)
  return run
}

const passedOverLine = (run: PastRun): string =>
  text.cli.passedOver(run.runId, harmless(run.listName), harmless(whyNotGoOn(run) ?? ''))

/** Why this process cannot go on with the run; undefined where it can. */
function whyNotGoOn({ watching, holder, isReadOnly, trouble = '' }: PastRun): string | undefined {
  if (watching.kind === 'watching') {
    const { message, remedy } = text.run.watchedElsewhere(holder)
    return `${message} ${remedy}`
  }
  return isReadOnly ? text.run.notContinued(trouble).message : undefined
}
