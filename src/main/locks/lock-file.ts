import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import process from 'node:process'

/**
 * Makes a lock file (`pid host up seconds`) for this process; false when there is one. It comes with its content, so
 * that whoever is killed at it leaves none without a maker. Rejects as the file system does.
 */
export async function createLockFile(file: string): Promise<boolean> {
  const maker = `${process.pid} ${hostname()} up ${Math.floor(uptime())}`
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  try {
    await writeFile(draft, maker, { flag: 'wx', mode: 0o600 })
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // Not every file system has links: without, the content comes a moment after the file.
    return await createThenWrite(file, maker)
  } finally {
    await rm(draft, { force: true })
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

// One that says nothing may have been made this very moment, and its maker about to write.
const writtenWithin = 10_000

/** Whether the process that made the lock file is gone. On another machine that cannot be seen: then it is not. */
export async function isAbandoned(file: string, now: number): Promise<boolean> {
  const maker = await makerOf(file)
  if (!maker) return now - (await lockedSince(file, now)) > writtenWithin
  return maker.host === hostname() && (isFromBeforeStart(maker) || !isAlive(maker.pid))
}

/**
 * The computer whose process made the lock file, where it is not this one by its name; undefined otherwise. A
 * computer that was given another name since is among them: from its lock it cannot be told from a second one.
 */
export async function otherComputerIn(file: string): Promise<string | undefined> {
  const maker = await makerOf(file)
  if (!maker || maker.host === hostname()) return undefined
  // The folder may lie on a share: shown, the name must be no more than one.
  return maker.host.replaceAll(/\p{C}/gu, '').slice(0, longestName)
}

// Of DNS.
const longestName = 255

/** Whether it has the number of this process. Numbers are given again: its maker may be one that was killed. */
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

// The computer was up for longer then than it is now. Unlike the clock nobody sets this; a minute is for rounding.
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
