import type { PastRun, UnreadableRun } from '../shared/run/past-run.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, tell } from './print.ts'
import { runsOnDisk } from './runs-on-disk.ts'

/**
 * The named run, or else the latest that `fits` and can be resumed. Reports the runs that it skips, and later ones that
 * cannot be read. Stops if there is none and says why: if none fits, with the words of `noneFits` for the existing runs.
 */
export async function findRun(
  dataDirectory: string,
  runId: string | undefined,
  fits: (run: PastRun) => boolean,
  noneFits: (runs: readonly PastRun[]) => string,
): Promise<PastRun> {
  const { runs, unreadable } = await runsOnDisk(dataDirectory)
  const lost = unreadable.filter(({ neverBegan }) => !neverBegan)
  if (runId !== undefined) {
    const named = runs.find((run) => run.runId === runId)
    if (named) return named
    const unread = lost.find((one) => one.runId === runId)
    throw new Stop(
      exitCode.resumable,
      unread ? unreadLine(unread) : text.cli.run.noRunToResume(harmless(dataDirectory)),
    )
  }
  const fitting = runs.filter(fits)
  const first = fitting.findIndex((run) => whyNotGoOn(run) === undefined)
  const run = fitting[first]
  const passedOver = (run ? fitting.slice(0, first) : fitting).map(passedOverLine)
  // The name of a run begins with its start: nobody knows whether a later one would have been meant.
  const unread = lost.filter((one) => !run || one.runId > run.runId).map(unreadLine)
  if (!run) {
    const none = passedOver.length > 0 ? passedOver : [noneFits(runs)]
    throw new Stop(exitCode.resumable, [...unread, ...none].join('\n'))
  }
  for (const line of [...unread, ...passedOver]) tell(line)
  return run
}

const passedOverLine = (run: PastRun): string =>
  text.cli.run.passedOver(run.runId, harmless(run.listName), harmless(whyNotGoOn(run) ?? ''))

const unreadLine = ({ runId, trouble }: UnreadableRun): string =>
  text.cli.run.unreadableRun(runId, harmless(trouble))

/** Why this process cannot go on with the run; undefined where it can. */
function whyNotGoOn({ watching, holder, isReadOnly, trouble = '' }: PastRun): string | undefined {
  if (watching.kind === 'watching') {
    const { message, remedy } = text.run.watchedElsewhere(holder)
    return `${message} ${remedy}`
  }
  return isReadOnly ? text.run.notContinued(trouble).message : undefined
}
