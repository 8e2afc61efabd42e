import { access, rm } from 'node:fs/promises'
import type { LockHolder } from '../../shared/run/lock-holder.ts'
import {
  createLockFile,
  isAbandoned,
  isNumberedAsThis,
  lockedSince,
  otherComputerIn,
} from '../locks/lock-file.ts'

/** Only one process at a time may carry a run: the app, or a terminal beside it. */
export type RunLock = { release(): Promise<void> }

const lockFile = (journal: string): string => `${journal}.lock`

// The locks that this process holds or is about to. Any other one with its number was left by one that was killed.
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
 * Which other computer holds the run; undefined when it is this one, or nobody. Whether a process of another one still
 * lives cannot be seen from here, and two must never carry a run: such a lock is never taken over, only told about.
 */
export async function heldElsewhere(journal: string, now: number): Promise<LockHolder | undefined> {
  const file = lockFile(journal)
  if (ours.has(file)) return undefined
  const computer = await otherComputerIn(file)
  if (computer === undefined) return undefined
  return { computer, since: new Date(await lockedSince(file, now)).toISOString(), file }
}

const isLeft = async (file: string, now: number): Promise<boolean> =>
  (await isNumberedAsThis(file)) || (await isAbandoned(file, now))

/**
 * One at a time looks at an abandoned lock, takes it away and makes its own: two who do so at once would take away
 * each other's, and both carry the run. Whose turn it is says a lock as well, so one that was killed at it stands in
 * nobody's way either.
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
