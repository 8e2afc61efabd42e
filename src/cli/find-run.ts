import { runsDirectory } from '../main/run/run-files.ts'
import { createShelf } from '../main/run/shelf.ts'
import type { PastRun } from '../shared/run/past-run.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'

/** The run that is named, or else the latest that `fits`. Stops where there is none, with these words for the latter. */
export async function findRun(
  dataDirectory: string,
  runId: string | undefined,
  fits: (run: PastRun) => boolean,
  noneFits = text.cli.noRunToResume(dataDirectory),
): Promise<PastRun> {
  const { runs } = await createShelf(runsDirectory(dataDirectory)).list()
  const run = runs.find((one) => (runId === undefined ? fits(one) : one.runId === runId))
  if (run) return run
  throw new Stop(exitCode.resumable, runId === undefined ? noneFits : text.cli.noRunToResume(dataDirectory))
}
