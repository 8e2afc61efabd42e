import { rm } from 'node:fs/promises'
import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import { text } from '../../shared/text/index.ts'
import { continueJournal, createJournal, type Journal, type JournalContent, readJournal } from './journal.ts'
import { type RunLock, takeRunLock } from './run-lock.ts'
import { watchedElsewhere } from './watched-elsewhere.ts'

/** A journal that this process alone writes to, until it lets go of it. That never rejects. */
export type HeldJournal = {
  readonly journal: Journal
  readonly past: readonly RunEvent[]
  letGo(): Promise<void>
}

/** Takes away the journal of a run that has not begun: it would be one that cannot be read. Never rejects. */
export async function dropJournal({ journal, letGo }: HeldJournal): Promise<void> {
  await letGo()
  await rm(journal.file, { force: true }).catch(() => undefined)
}

/** Makes the journal of a new run; rejects as the file system does. */
export async function holdNewJournal(file: string): Promise<HeldJournal> {
  const journal = await createJournal(file)
  let lock: RunLock | undefined
  try {
    lock = await takeRunLock(file, Date.now())
  } finally {
    if (!lock) await journal.close().finally(() => rm(file, { force: true }))
  }
  if (!lock) throw new Error((await watchedElsewhere(file)).message)
  const taken = lock
  return { journal, past: [], letGo: () => letGo(journal, taken) }
}

/**
 * All that happened is on the disk by now, or it was said that it is not. A folder that is gone, as on a share, must
 * not make the end of a run an error; a lock that stays there is nobody's once this process has ended.
 */
async function letGo(journal: Journal, lock: RunLock): Promise<void> {
  await journal.close().catch(() => undefined)
  await lock.release().catch(() => undefined)
}

/** Takes over the journal of a run that is there; `refuse` says why not of what it holds. Rejects as before. */
export async function holdJournal(
  file: string,
  refuse: (content: JournalContent) => AppFailure | undefined,
): Promise<Result<HeldJournal, AppFailure>> {
  const lock = await takeRunLock(file, Date.now())
  if (!lock) return fail(await watchedElsewhere(file))
  try {
    const content = await readJournal(file)
    const refusal = refuse(content)
    if (refusal) {
      await lock.release()
      return fail(refusal)
    }
    const journal = await continueJournal(file, content)
    return succeed({ journal, past: content.events, letGo: () => letGo(journal, lock) })
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Why nothing could be written, in words; `error` as the file system or a broken event log gives it. */
export function journalFailure(file: string, error: unknown): AppFailure {
  const { cause } = error as Error
  const reason = cause instanceof Error ? cause.message : (error as Error).message
  return { kind: 'file', ...text.run.journalNotWritable(file, reason) }
}
