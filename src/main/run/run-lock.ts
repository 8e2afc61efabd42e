import { access, rm } from 'node:fs/promises'
import { createLockFile, isAbandoned } from '../locks/lock-file.ts'

/** Only one process at a time may carry a run: the app, or a terminal beside it. */
export type RunLock = { release(): Promise<void> }

const lockFile = (journal: string): string => `${journal}.lock`

/**
 * Takes the lock of a journal (`<journal>.lock`); undefined when a living process holds it. What a killed process
 * left behind is taken over. Rejects as the file system does.
 */
export async function takeRunLock(journal: string, now: number): Promise<RunLock | undefined> {
  const file = lockFile(journal)
  const release = () => rm(file, { force: true })
  if (await createLockFile(file)) return { release }
  if (!(await isAbandoned(file, now))) return undefined
  await release()
  return (await createLockFile(file)) ? { release } : undefined
}

/** Whether a living process carries the run, this one or another. */
export async function isCarried(journal: string, now: number): Promise<boolean> {
  const isThere = await access(lockFile(journal)).then(
    () => true,
    () => false,
  )
  return isThere && !(await isAbandoned(lockFile(journal), now))
}
