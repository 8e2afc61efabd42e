import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import { text } from '../../shared/text/index.ts'
import { continueJournal, createJournal, type Journal, type JournalContent, readJournal } from './journal.ts'
import { takeRunLock } from './run-lock.ts'
import { watchedElsewhere } from './watched-elsewhere.ts'

/** A journal that this process alone writes to, until it lets go of it. */
export type HeldJournal = {
  readonly journal: Journal
  readonly past: readonly RunEvent[]
  letGo(): Promise<void>
}

/** Makes the journal of a new run; rejects as the file system does. */
export async function holdNewJournal(file: string): Promise<HeldJournal> {
  const journal = await createJournal(file)
  const lock = await takeRunLock(file, Date.now())
  if (lock) return { journal, past: [], letGo: () => journal.close().finally(lock.release) }
  await journal.close()
  throw new Error((await watchedElsewhere(file)).message)
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
    return succeed({ journal, past: content.events, letGo: () => journal.close().finally(lock.release) })
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
