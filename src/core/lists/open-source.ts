import fs from 'node:fs'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import type { GridSource } from '../../shared/phones/grid.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import { maxListBytes } from '../../shared/phones/list-limit.ts'
import { refuse } from '../../shared/phones/refuse.ts'
import type { Result } from '../../shared/result.ts'
import type { UnreadableReason } from '../../shared/text/en/check/files.ts'
import { text } from '../../shared/text/index.ts'
import { readSource, tooLarge } from './read-source.ts'

/** How a file is read: in the background, or at once by who has nothing else to do meanwhile. */
type FileReader = {
  readonly stat: (path: string) => fs.Stats | Promise<fs.Stats>
  readonly readFile: (path: string) => Uint8Array | Promise<Uint8Array>
}

const inBackground: FileReader = { stat: promisify(fs.stat), readFile: promisify(fs.readFile) }

/** Reads the cells of a file. Checks the kind and the size first, so it never reads a folder or a huge file. */
export async function openSource(
  path: string,
  { stat, readFile } = inBackground,
): Promise<Result<GridSource, Issue>> {
  const file = basename(path) || path
  try {
    const found = await stat(path)
    if (found.isDirectory()) return refuse('file-folder', text.check.fileFolder({ file }))
    // A pipe or device may never end.
    if (!found.isFile()) return unreadable(file, 'not-a-file')
    if (found.size > maxListBytes) return tooLarge(file)
    return await readSource(file, await readFile(path))
  } catch (error) {
    const code = codeOf(error)
    const reason = reasons[code]
    return reason
      ? unreadable(file, reason)
      : refuse('file-unreadable', text.check.fileNotRead({ file, code }))
  }
}

const reasons: Readonly<Record<string, UnreadableReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'in-use',
}

const unreadable = (file: string, reason: UnreadableReason) =>
  refuse('file-unreadable', text.check.fileUnreadable({ file, reason }))

/** Only an error of the file system is a property of the file. Anything else is a bug, and is thrown. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
