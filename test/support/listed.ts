import type { RunRepository } from '../../src/core/run/run-repository.ts'
import type { RunsOnDisk } from '../../src/shared/run/past-run.ts'

/** The runs of a folder that can be read. */
export async function listed(repository: Pick<RunRepository, 'list'>): Promise<RunsOnDisk> {
  const runs = await repository.list()
  if (!runs.ok) throw new Error(runs.failure.message)
  return runs.value
}
