import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runsDirectory } from '../../src/core/run/run-files.ts'

/** The journal of a data directory that has one run. */
export async function onlyJournal(dataDirectory: string): Promise<string> {
  const directory = runsDirectory(dataDirectory)
  const [name, ...others] = (await readdir(directory)).filter((one) => one.endsWith('.jsonl'))
  if (name === undefined || others.length > 0) throw new Error(`Not one journal in ${directory}`)
  return join(directory, name)
}
