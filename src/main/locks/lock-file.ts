import { open, readFile, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import process from 'node:process'

/** Makes a lock file (`pid host`) for this process; false when there is one. Rejects as the file system does. */
export async function createLockFile(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(`${process.pid} ${hostname()}`).finally(() => handle.close())
    return true
  } catch (error) {
    if (isTaken(error as NodeJS.ErrnoException)) return false
    throw error
  }
}

/** Since when a lock file is there, in ms since the epoch; `now` when it just went away. */
export const lockedSince = (file: string, now: number): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => now,
  )

// One that says nothing may have been made this very moment, and its maker about to write.
const writtenWithin = 10_000

/** Whether the process that made the lock file is gone. On another machine that cannot be seen: then it is not. */
export async function isAbandoned(file: string, now: number): Promise<boolean> {
  const content = await readFile(file, 'utf8').catch(() => '')
  const [, pid, host] = /^(\d+) (.+)$/.exec(content) ?? []
  if (pid === undefined) return now - (await lockedSince(file, now)) > writtenWithin
  return host === hostname() && !isAlive(Number(pid))
}

// Windows has other words for a file that is just being deleted.
const isTaken = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
