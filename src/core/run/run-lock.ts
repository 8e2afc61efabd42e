import { stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { LockHolder } from '../../shared/run/lock-holder.ts'
import { type HeldLock, type LockStanding, type Locks, locks } from '../locks/lock-file.ts'
import { hostInLine } from '../locks/lock-line.ts'

const lockFile = (journal: string): string => `${journal}.lock`

/**
 * Takes the lock of a journal (`<journal>.lock`), for only one process at a time may work on a run: the app, or a
 * terminal beside it. Undefined when another one holds it, or may. What a killed process left behind holds up nobody.
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
 * What keeps this process from the run; undefined when it is this one that holds it, or nobody. Two must never work on
 * a run: where it cannot be told whether the other one is alive, it is never taken over, only told about.
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
  // On a shared folder anybody may have written the lock, and the name is shown: it must be a name and nothing else.
  const computer = host.replaceAll(/\p{C}/gu, '').slice(0, longestName)
  const kind = host === hostInLine(hostname()) ? 'environment' : 'computer'
  return { ...lock, kind, process: pid, computer }
}

// Of DNS.
const longestName = 255
