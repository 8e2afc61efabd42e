import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'

/** Writes a file entirely or not at all: a full disk must not leave half a result behind. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
): Promise<Result<undefined, AppFailure>> {
  // Nobody can have put a link of this name there beforehand, to have another file overwritten.
  const partial = join(dirname(file), `.${randomUUID()}.part`)
  try {
    await writeFile(partial, content, { flag: 'wx' })
    await rename(partial, file)
    return succeed(undefined)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    return fail({ kind: 'file', ...explained(file, error as NodeJS.ErrnoException) })
  }
}

function explained(file: string, error: NodeJS.ErrnoException): { message: string; remedy: string } {
  const { diskFull, fileInUse, folderMissing, notWritten } = text.main.failures
  switch (error.code) {
    case 'ENOSPC':
      return diskFull(file)
    // Windows says EBUSY or EPERM of a file that Excel has open, EACCES of a folder one may not write to.
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return fileInUse(file)
    case 'ENOENT':
      return folderMissing(file)
    default:
      return notWritten(file, error.message)
  }
}
