import type { Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import { text } from '../../shared/text/index.ts'

/**
 * Why others than administrators may have written this file, or could replace it; undefined if they can't. On Linux and
 * macOS, the file and all folders above it must belong to root, and nobody else may be able to write to them. Rejects
 * if one of them can't be checked, for example because there is no such file.
 */
export async function whyNotAdministrators(
  file: string,
  platform: NodeJS.Platform,
  look: (path: string) => Promise<Pick<Stats, 'isSymbolicLink' | 'uid' | 'gid' | 'mode'>> = lstat,
): Promise<string | undefined> {
  for (let path = file; ; path = posix.dirname(path)) {
    const found = await look(path)
    // People who can write to the target of a link decide what is read.
    if (found.isSymbolicLink()) return words.isLink(path)
    if (found.uid !== 0) return words.notRoots(path)
    const mayGroup = platform === 'darwin' && found.gid === macAdministrators
    if (found.mode & (mayGroup ? 0o002 : 0o022)) return words.writable(path)
    if (path === posix.dirname(path)) return undefined
  }
}

/**
 * Whether a file is in Program Files, where Windows lets only administrators write. For other folders we can't tell:
 * Node reads no access control lists, and in %ProgramData% every user can create folders.
 */
export function isInProgramFiles(file: string, programFiles: string | undefined): boolean {
  if (programFiles === undefined || !win32.isAbsolute(programFiles)) return false
  const within = win32.relative(programFiles, file)
  return within !== '' && !within.startsWith('..') && !win32.isAbsolute(within)
}

const { policy: words } = text.main

/** The group `admin` of macOS: those who may administer the computer (Apple, "dscl", `admin`). */
const macAdministrators = 80
