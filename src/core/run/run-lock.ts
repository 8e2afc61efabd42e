import { stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { LockHolder } from '../../shared/run/lock-holder.ts'
import { type HeldLock, type LockStanding, type Locks, locks } from '../locks/lock-file.ts'
import { hostInLine } from '../locks/lock-line.ts'

const lockFile = (journal: string): string => `${journal}.lock`

/**
 * Takes the lock of a journal (`<journal>.lock`), because only one process at a time may work on a run: the app, or a
 * terminal beside it. Undefined if another one holds it, or may. A lock that a killed process left blocks nobody.
 * Rejects as the file system does.
 */
export const takeRunLock = (
  journal: string,
  now: number,
  of: Pick<Locks, 'take'> = locks,
): Promise<HeldLock | undefined> => of.take(lockFile(journal), now)

/** Whether a process works on the run, this one or another, as far as can be told. */
export const isLocked = async (journal: string): Promise<boolean> =>
  (await locks.standing(lockFile(journal))) !== undefined

/**
 * The holder that keeps this process from the run; undefined if this process or nobody holds it. Two must never work on
 * a run: if it isn't known whether the other one is alive, its lock is only reported, never taken over.
 */
export async function holderOf(journal: string, now: number): Promise<LockHolder | undefined> {
  const file = lockFile(journal)
  const standing = await locks.standing(file)
  if (!standing || standing.kind === 'own') return undefined
  const madeAt = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => now,
  )
  const since = (standing.kind !== 'unreadable' && standing.since) || new Date(madeAt).toISOString()
  return holderIn(standing, { since, file })
}

function holderIn(
  standing: Exclude<LockStanding, { kind: 'own' }>,
  lock: { readonly since: string; readonly file: string },
): LockHolder {
  if (standing.kind === 'unreadable') return { ...lock, ...standing }
  const { pid, host } = standing.maker
  if (standing.kind === 'here') return { ...lock, kind: 'process', process: pid }
  // On a shared folder anybody may have written the lock, and the app shows the name: it must only be a name.
  const computer = host.replaceAll(/\p{C}/gu, '').slice(0, longestName)
  const kind = host === hostInLine(hostname()) ? 'environment' : 'computer'
  return { ...lock, kind, process: pid, computer }
}

// Of DNS.
const longestName = 255
