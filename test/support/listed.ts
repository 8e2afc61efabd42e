import type { Shelf } from '../../src/core/run/shelf.ts'
import type { RunsOnDisk } from '../../src/shared/run/past-run.ts'

/** The runs of a folder that can be read. */
export async function listed(shelf: Pick<Shelf, 'list'>): Promise<RunsOnDisk> {
  const runs = await shelf.list()
  if (!runs.ok) throw new Error(runs.failure.message)
  return runs.value
}
