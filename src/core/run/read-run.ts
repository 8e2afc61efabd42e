import { stat } from 'node:fs/promises'
import { claimsOf } from '../../shared/run/claims.ts'
import { journalTroubleWords } from '../../shared/run/journal-trouble-words.ts'
import type { LockHolder } from '../../shared/run/lock-holder.ts'
import { outcomesOf } from '../../shared/run/outcome.ts'
import { type PastRun, pastRun } from '../../shared/run/past-run.ts'
import { replay } from '../../shared/run/reducer.ts'
import { isRemembered } from '../../shared/run/run-memory.ts'
import { longestMemory } from '../../shared/run/unread-runs.ts'
import { text } from '../../shared/text/index.ts'
import { markAbandoned } from './abandoned.ts'
import { type JournalContent, type JournalDamage, readJournal } from './journal.ts'

/** A run as it was read. */
export type ReadRun = {
  readonly run: PastRun | undefined
  /** Why its journal could not be read to its end; empty when it could. */
  readonly trouble: string
  readonly neverBegan: boolean
  /** ISO 8601; undefined where that cannot be told. */
  readonly changedAt: string | undefined
  /** The file system refused it. */
  readonly isUnread?: true
}

type Watched = { readonly locked: boolean; readonly holder: LockHolder | undefined }

/** Reads the journal of a run. Never rejects. */
export async function readRun(file: string, watched: Watched): Promise<ReadRun> {
  const changedAt = await changeOf(file)
  try {
    return { ...told(await readJournal(file), { ...watched, changedAt }), changedAt }
  } catch (error) {
    // Another program may only have kept it for a moment.
    return { ...told(unreadable(error as Error), { ...watched, changedAt }), changedAt, isUnread: true }
  }
}

/** A run as its summary has it. */
export const fromSummary = (run: PastRun): ReadRun => ({
  run: remembered(run),
  ...{ trouble: '', neverBegan: false, changedAt: undefined },
})

function told(
  { events, unsound }: JournalContent,
  of: Watched & { readonly changedAt: string | undefined },
): Omit<ReadRun, 'changedAt'> {
  const { locked, holder, changedAt } = of
  const state = replay(locked ? events : markAbandoned(events))
  const trouble = troubleOf(unsound)
  const isReadOnly = unsound !== undefined && unsound.kind !== 'torn'
  // Nobody can resume it to make it release its phones.
  const isForgotten = isReadOnly && Date.now() - Date.parse(changedAt ?? '') > longestMemory
  const run = state && {
    ...pastRun(state, trouble, isForgotten ? [] : claimsOf(state, isReadOnly)),
    ...(isRemembered(state.lastEventAt, Date.now()) && { outcomes: outcomesOf(state) }),
    ...(holder && { holder }),
    ...(isReadOnly && { isReadOnly }),
  }
  const neverBegan = !run && (unsound === undefined || unsound.kind === 'torn')
  return { run, trouble: trouble ?? '', neverBegan }
}

/** The outcomes of its phones count for some days only. */
function remembered(run: PastRun): PastRun {
  const { outcomes, ...rest } = run
  return outcomes && !isRemembered(run.lastEventAt, Date.now()) ? rest : run
}

/** Of a run that nothing continues, with what is left to do. */
const troubleOf = (unsound: JournalDamage | undefined): string | undefined =>
  unsound &&
  (unsound.kind === 'damaged'
    ? text.run.damaged(journalTroubleWords(unsound.why))
    : journalTroubleWords(unsound.why))

const changeOf = (file: string): Promise<string | undefined> =>
  stat(file).then(
    ({ mtime }) => mtime.toISOString(),
    () => undefined,
  )

/** Nothing, and why: the content of a journal that could not be read. */
export const unreadable = (error: Error): JournalContent => ({
  events: [],
  soundBytes: 0,
  unsound: { kind: 'foreign', why: { code: 'said', words: error.message } },
})
