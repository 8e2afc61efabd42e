import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { ClaimsTrouble } from '../../shared/run/claims-trouble.ts'
import type { HeldLock } from '../locks/lock-file.ts'
import { holderOf, takeRunLock } from './run-lock.ts'

// In ms. The holder of the lock reads and writes a few lines.
const betweenTries = 20
const halfAMinute = 30_000

/**
 * Waits until no other process claims phones of this folder, for `longestWait` (ms): nobody else may do so between
 * reading the other journals and writing to one's own. What a killed process left is taken over, as with a journal.
 * Rejects as the file system does.
 */
export async function takeClaimLock(
  directory: string,
  longestWait = halfAMinute,
): Promise<Result<HeldLock, ClaimsTrouble>> {
  await mkdir(directory, { recursive: true })
  const name = join(directory, 'claims')
  for (const since = performance.now(); ; await wait(betweenTries)) {
    const lock = await takeRunLock(name, Date.now())
    if (lock) return succeed(lock)
    if (performance.now() - since >= longestWait) break
  }
  const holder = await holderOf(name, Date.now())
  return fail({ code: 'locked', ...(holder && { holder }) })
}
