import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import { text } from '../../shared/text/index.ts'
import type { HeldLock, Locks } from '../locks/lock-file.ts'
import type { JournalContent } from './journal.ts'
import { createJournal, type Journal, JournalTaken, type OpenJournal, openJournal } from './journal-writer.ts'
import { takeRunLock } from './run-lock.ts'
import { watchedElsewhere } from './watched-elsewhere.ts'

/** A journal that this process alone writes to, until it releases it. Releasing never rejects. */
export type LockedJournal = {
  readonly journal: Journal
  readonly past: readonly RunEvent[]
  release(): Promise<void>
}

/** Removes the journal of a run that has not begun, because it could not be read later. Never rejects. */
export async function dropJournal({ journal, release }: LockedJournal): Promise<void> {
  await release()
  await rm(journal.file, { force: true }).catch(() => undefined)
}

/** Makes the journal of a new run; rejects as the file system does. */
export async function lockNewJournal(file: string): Promise<LockedJournal> {
  await mkdir(dirname(file), { recursive: true })
  const lock = await takeRunLock(file, Date.now())
  if (!lock) throw new Error((await watchedElsewhere(file)).message)
  try {
    const journal = await createJournal(file, lock)
    return { journal, past: [], release: () => release(journal, lock) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/**
 * By now all events are on the disk, or the operator knows that they aren't. If the folder is gone, as on a share, the end
 * of the run must not become an error. A lock that stays there is nobody's once this process has ended.
 */
async function release(journal: Pick<Journal, 'close'>, lock: HeldLock): Promise<void> {
  await journal.close().catch(() => undefined)
  await lock.release().catch(() => undefined)
}

/**
 * Takes over an existing journal. `refuse` gets all that it holds before the first line that this process writes, and says
 * why not to take it. Rejects as before.
 */
export async function lockJournal(
  file: string,
  refuse: (content: JournalContent) => AppFailure | undefined,
  locks?: Locks,
): Promise<Result<LockedJournal, AppFailure>> {
  const lock = await takeRunLock(file, Date.now(), locks)
  if (!lock) return fail(await watchedElsewhere(file))
  let opened: OpenJournal | undefined
  try {
    opened = await openJournal(file)
    const { content } = opened
    const refusal = refuse(content)
    if (refusal) {
      await release(opened, lock)
      return fail(refusal)
    }
    const journal = opened.continueAs(lock)
    return succeed({ journal, past: content.events, release: () => release(journal, lock) })
  } catch (error) {
    await release(opened ?? { close: async () => undefined }, lock)
    throw error
  }
}

/** Why nothing could be written, in words; `error` as the file system or a broken event log gives it. */
export function journalFailure(file: string, error: unknown): AppFailure {
  const { cause } = error as Error
  if (error instanceof JournalTaken || cause instanceof JournalTaken)
    return { kind: 'run-under-way', ...text.run.takenMeanwhile }
  const reason = cause instanceof Error ? cause.message : (error as Error).message
  return { kind: 'file', ...text.run.journalNotWritable(file, reason) }
}
