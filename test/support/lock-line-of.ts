import { takenLine } from '../../src/core/locks/lock-line.ts'
import type { LockMaker } from '../../src/core/locks/lock-maker.ts'
import { seenProcess, thisProcess } from '../../src/core/locks/this-process.ts'

/** A process number that no system gives. */
export const nobody = 2 ** 22 + 1

/** What a process of this computer with this number would have written into a lock, but for the changes. */
export async function lockLineOf(
  pid: number,
  changes: Partial<LockMaker> = {},
  since = '2026-03-02T09:00:00.000Z',
): Promise<string> {
  const started = (await seenProcess(pid))?.started ?? '1'
  return takenLine({ ...(await thisProcess()), pid, started, ...changes }, '0123456789abcdef', since)
}
