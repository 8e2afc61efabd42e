import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import process from 'node:process'
import type { Clock } from '../../main/clock/clock.ts'

/** Does the work while no other process does such work. */
export type FileLock = <Value>(work: () => Promise<Value>) => Promise<Value>

/**
 * A lock that lies in a file (`pid host`), for work of moments. Whoever died with it, or holds it for more than
 * two minutes, has lost it. After ten seconds of waiting the work is done without it: what is written is
 * whole in any case, and a sign-in that is lost would be worse than a change of somebody else's.
 */
export function fileLock(file: string, clock: Clock): FileLock {
  return async (work) => {
    const release = await take(file, clock)
    try {
      return await work()
    } finally {
      await release?.().catch(() => undefined)
    }
  }
}

const patience = 10_000
const pause = 25
const longestWork = 120_000

async function take(file: string, clock: Clock): Promise<(() => Promise<void>) | undefined> {
  const release = (): Promise<void> => rm(file, { force: true })
  try {
    await mkdir(dirname(file), { recursive: true })
    for (let waited = 0; waited < patience; waited += pause) {
      if (await create(file)) return release
      if (await isLost(file, clock.now())) await release()
      else await clock.sleep(pause)
    }
  } catch {
    // A folder that cannot be written to: the write itself will say so.
  }
  return undefined
}

async function create(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(`${process.pid} ${hostname()}`).finally(() => handle.close())
    return true
  } catch (error) {
    if (isTaken(error as NodeJS.ErrnoException)) return false
    throw error
  }
}

// Windows has other words for a file that is just being deleted.
const isTaken = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))

/** One that cannot be read may have been made this very moment. */
async function isLost(file: string, now: number): Promise<boolean> {
  const [content, made] = await Promise.all([
    readFile(file, 'utf8').catch(() => ''),
    stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    ),
  ])
  if (now - made > longestWork) return true
  const [, pid, host] = /^(\d+) (.+)$/.exec(content) ?? []
  return pid !== undefined && host === hostname() && !isAlive(Number(pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
