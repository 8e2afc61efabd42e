import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../../core/clock/clock.ts'
import { type HeldLock, locks } from '../../core/locks/lock-file.ts'

/** Does the work while no other process does such work. */
export type FileLock = <Value>(work: () => Promise<Value>) => Promise<Value>

/**
 * A lock that is a file, for work that takes moments. A process that has died, or has held it for more than two
 * minutes, has lost it. After ten seconds of waiting the work is done without the lock: files are written whole in any
 * case, and losing a sign-in would be worse than overwriting somebody else's change.
 */
export function fileLock(file: string, clock: Clock): FileLock {
  return async (work) => {
    const lock = await take(file, clock)
    try {
      return await work()
    } finally {
      await lock?.release().catch(() => undefined)
    }
  }
}

const patience = 10_000
const pause = 25
const longestWork = 120_000

async function take(file: string, clock: Clock): Promise<HeldLock | undefined> {
  try {
    await mkdir(dirname(file), { recursive: true })
    for (let waited = 0; waited < patience; waited += pause) {
      const lock = await locks.take(file, clock.now())
      if (lock) return lock
      if (await isTooOld(file, clock.now())) await rm(file, { force: true })
      else await clock.sleep(pause)
    }
  } catch {
    // A folder that cannot be written to: the write itself will say so.
  }
  return undefined
}

const isTooOld = (file: string, now: number): Promise<boolean> =>
  stat(file).then(
    ({ mtimeMs }) => now - mtimeMs > longestWork,
    () => false,
  )
