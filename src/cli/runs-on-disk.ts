import { runsDirectory } from '../core/run/run-files.ts'
import { createRunRepository } from '../core/run/run-repository.ts'
import type { RunsOnDisk } from '../shared/run/past-run.ts'
import { exitCode, Stop } from './exit-code.ts'

/**
 * The runs of a data directory, from their journals, or for somebody who only looks (`overview`). Stops where it cannot be
 * told whether there are any.
 */
export async function runsOnDisk(
  dataDirectory: string,
  how: 'list' | 'overview' = 'list',
): Promise<RunsOnDisk> {
  const listed = await createRunRepository(runsDirectory(dataDirectory))[how]()
  if (!listed.ok) throw new Stop(exitCode.resumable, listed.failure.message, listed.failure.remedy)
  return listed.value
}
