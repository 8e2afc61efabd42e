import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { journalFile } from '../../src/core/run/run-files.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { listed } from './listed.ts'

/** The IDs of the runs of this list in a folder, the latest first. */
export async function runsOf(directory: string, listName: string): Promise<readonly string[]> {
  const { runs } = await listed(createRunRepository(directory))
  return runs.filter((run) => run.listName === listName).map(({ runId }) => runId)
}

/** Copies the runs of a folder, as they are at this moment, to another computer, where no lock says anything. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to)
  await cp(from, to, { recursive: true, filter: (source) => !source.includes('.lock') })
}

/** Puts the journal of a run back as it was some events ago. */
export async function putBackup(
  directory: string,
  runId: string,
  below: (limit: number) => number,
): Promise<void> {
  const file = journalFile(directory, runId)
  // Without what follows the last whole line.
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  await writeFile(file, `${lines.slice(0, 1 + below(lines.length)).join('\n')}\n`)
}
