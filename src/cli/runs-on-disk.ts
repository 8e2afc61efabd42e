import { readdir } from 'node:fs/promises'
import { runIdIn, runsDirectory } from '../core/run/run-files.ts'
import type { RunsOnDisk } from '../shared/run/past-run.ts'
import { exitCode, Stop } from './exit-code.ts'

/**
 * The runs of a data directory, from their journals or, for display only, from summaries (`overview`). Stops if it cannot
 * tell whether there are any.
 */
export async function runsOnDisk(
  dataDirectory: string,
  how: 'list' | 'overview' = 'list',
): Promise<RunsOnDisk> {
  const directory = runsDirectory(dataDirectory)
  if (await isWithoutRuns(directory)) return { runs: [], unreadable: [] }
  const { createRunRepository } = await import('../core/run/run-repository.ts')
  const listed = await createRunRepository(directory)[how]()
  if (!listed.ok) throw new Stop(exitCode.resumable, listed.failure.message, listed.failure.remedy)
  return listed.value
}

/** Where there are none, nothing that reads a journal is loaded. A folder that cannot be read is for the repository to tell. */
const isWithoutRuns = (directory: string): Promise<boolean> =>
  readdir(directory).then(
    (names) => !names.some((name) => runIdIn(name) !== undefined),
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT',
  )
