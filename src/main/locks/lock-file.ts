import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import process from 'node:process'

/**
 * Makes a lock file (`pid host up seconds`) for this process; false when there is one already. The file appears
 * together with its content: a process that is killed here never leaves a lock that does not say who made it. Rejects
 * as the file system does.
 */
export async function createLockFile(file: string): Promise<boolean> {
  const maker = `${process.pid} ${hostname()} up ${Math.floor(uptime())}`
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  try {
    // What keeps this from being written is no lock of somebody else's: nobody else makes a file of this name.
    await writeFile(draft, maker, { flag: 'wx', mode: 0o600 })
    return await linkOrWrite(draft, file, maker)
  } finally {
    await rm(draft, { force: true })
  }
}

async function linkOrWrite(draft: string, file: string, maker: string): Promise<boolean> {
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // Not every file system has links; without them the content is written a moment after the file appears.
    return await createThenWrite(file, maker)
  }
}

async function createThenWrite(file: string, maker: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(maker).finally(() => handle.close())
    } catch (error) {
      // On a full disk one without a maker would be taken for that of a process about to write, and hold up everybody.
      await rm(file, { force: true })
      throw error
    }
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

// An empty lock may have been made a moment ago, by a process that is about to write into it.
const writtenWithin = 10_000

/** Whether the process that made the lock file is gone. One on another machine cannot be seen, and counts as alive. */
export async function isAbandoned(file: string, now: number): Promise<boolean> {
  const maker = await makerOf(file)
  if (!maker) return now - (await lockedSince(file, now)) > writtenWithin
  return maker.host === hostname() && (isFromBeforeStart(maker) || !isAlive(maker.pid))
}

/**
 * The process that made the lock file, and the name of its computer where that is another one; undefined when the file
 * says nothing. A computer that has been renamed since counts as another one: its old lock cannot be told from one of a
 * second computer.
 */
export async function lockMaker(
  file: string,
): Promise<{ readonly process: number; readonly computer?: string } | undefined> {
  const maker = await makerOf(file)
  if (!maker) return undefined
  if (maker.host === hostname()) return { process: maker.pid }
  // On a shared folder anybody may have written the lock, and the name is shown: it must be a name and nothing else.
  return { process: maker.pid, computer: maker.host.replaceAll(/\p{C}/gu, '').slice(0, longestName) }
}

// Of DNS.
const longestName = 255

/** Whether its maker had this process's number. Numbers are reused, so that may have been one that was killed. */
export async function isNumberedAsThis(file: string): Promise<boolean> {
  const maker = await makerOf(file)
  return maker?.pid === process.pid && maker.host === hostname()
}

type Maker = { readonly pid: number; readonly host: string; readonly up: number }

async function makerOf(file: string): Promise<Maker | undefined> {
  const content = await readFile(file, 'utf8').catch(() => '')
  const [, pid, host, up = 0] = /^(\d+) (.+?)(?: up (\d+))?$/.exec(content) ?? []
  return pid === undefined || host === undefined ? undefined : { pid: Number(pid), host, up: Number(up) }
}

// The computer had been up for longer then than now, so it has restarted since. Unlike the clock, nobody sets the
// uptime; a minute allows for rounding.
const isFromBeforeStart = ({ up }: Maker): boolean => up > uptime() + 60

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
