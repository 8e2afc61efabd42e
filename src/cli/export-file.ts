import { realpath, stat } from 'node:fs/promises'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'

/**
 * Stops if the results could not be written, or would replace the phone list: that would ruin a run of hours. Other
 * problems with the place show only when the file is written.
 */
export async function checkExportFile(file: string | undefined, list?: string): Promise<void> {
  if (file === undefined) return
  if (list !== undefined && (await isSameFile(list, file)))
    throw new Stop(exitCode.usage, text.cli.run.exportIsList(file))
  await refuseFolder('--export', file)
}

/** Stops where an option for a file names a folder. */
export async function refuseFolder(option: string, file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (found?.isDirectory()) throw new Stop(exitCode.usage, text.cli.run.isFolder(option, file))
}

/** Whatever the two paths to it are. One that is not there is no other's. */
async function isSameFile(path: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([path, other].map((file) => realpath(file).catch(() => undefined)))
  return one !== undefined && one === two
}
