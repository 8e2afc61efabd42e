import { access, rm } from 'node:fs/promises'
import type { LockHolder } from '../../shared/run/lock-holder.ts'
import { createLockFile, isAbandoned, isNumberedAsThis, lockedSince, lockMaker } from '../locks/lock-file.ts'

/** Only one process at a time may carry a run: the app, or a terminal beside it. */
export type RunLock = { release(): Promise<void> }

const lockFile = (journal: string): string => `${journal}.lock`

// The locks that this process holds or is about to take. Any other lock with its number was left by a killed process
// that had the same number.
const ours = new Set<string>()

/**
 * Takes the lock of a journal (`<journal>.lock`); undefined when a living process holds it. What a killed process
 * left behind is taken over. Rejects as the file system does.
 */
export async function takeRunLock(journal: string, now: number): Promise<RunLock | undefined> {
  const file = lockFile(journal)
  if (ours.has(file)) return undefined
  ours.add(file)
  let isTaken = false
  try {
    isTaken = (await createLockFile(file)) || (await takeOver(file, now))
  } finally {
    if (!isTaken) ours.delete(file)
  }
  return isTaken ? { release: () => release(file).finally(() => ours.delete(file)) } : undefined
}

/** Another computer may have been told to take the run, and this lock away: its own stays. */
async function release(file: string): Promise<void> {
  if (await isNumberedAsThis(file)) await rm(file, { force: true })
}

/** Whether a living process carries the run, this one or another. */
export async function isCarried(journal: string, now: number): Promise<boolean> {
  const file = lockFile(journal)
  if (ours.has(file)) return true
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  return isThere && !(await isLeft(file, now))
}

/**
 * Which other process holds the run; undefined when it is this one, or nobody. Whether one of another computer still
 * lives cannot be seen from here, nor whether a living one of this computer is the one that made the lock. Two must
 * never carry a run: such a lock is never taken over, only told about.
 */
export async function holderOf(journal: string, now: number): Promise<LockHolder | undefined> {
  const file = lockFile(journal)
  if (ours.has(file)) return undefined
  const maker = await lockMaker(file)
  return maker && { ...maker, since: new Date(await lockedSince(file, now)).toISOString(), file }
}

const isLeft = async (file: string, now: number): Promise<boolean> =>
  (await isNumberedAsThis(file)) || (await isAbandoned(file, now))

/**
 * Only one process at a time looks at an abandoned lock, removes it and makes its own: two that did so at once would
 * remove each other's, and both carry the run. Whose turn it is says another lock, which is taken over in the same way
 * from a process that was killed here.
 */
async function takeOver(file: string, now: number): Promise<boolean> {
  if (!(await isLeft(file, now))) return false
  const turn = `${file}.taking`
  if (!(await createLockFile(turn)) && !(await takeOver(turn, now))) return false
  try {
    if (!(await isLeft(file, now))) return false
    await rm(file, { force: true })
    return await createLockFile(file)
  } finally {
    await rm(turn, { force: true })
  }
}
