import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../../main/clock/clock.ts'
import { createLockFile, isAbandoned, lockedSince } from '../../main/locks/lock-file.ts'

/** Does the work while no other process does such work. */
export type FileLock = <Value>(work: () => Promise<Value>) => Promise<Value>

/**
 * A lock that is a file, for work that takes moments. A process that has died, or has held it for more than two
 * minutes, has lost it. After ten seconds of waiting the work is done without the lock: files are written whole in any
 * case, and losing a sign-in would be worse than overwriting somebody else's change.
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
      if (await createLockFile(file)) return release
      if (await isLost(file, clock.now())) await release()
      else await clock.sleep(pause)
    }
  } catch {
    // A folder that cannot be written to: the write itself will say so.
  }
  return undefined
}

const isLost = async (file: string, now: number): Promise<boolean> =>
  now - (await lockedSince(file, now)) > longestWork || (await isAbandoned(file, now))
