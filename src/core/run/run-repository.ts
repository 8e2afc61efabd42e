import { readdir, rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { toldOfClaims } from '../../shared/run/claims-failure.ts'
import type { ClaimsTrouble } from '../../shared/run/claims-trouble.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import { journalTroubleWords } from '../../shared/run/journal-trouble-words.ts'
import type { LockHolder } from '../../shared/run/lock-holder.ts'
import { batchIdsOf, isUnfinished, type PastRun, type RunsOnDisk } from '../../shared/run/past-run.ts'
import { text } from '../../shared/text/index.ts'
import { markAbandoned } from './abandoned.ts'
import { type Claimant, type Claims, createClaims } from './claims.ts'
import { readJournal } from './journal.ts'
import { fromSummary, type ReadRun, readRun, unreadable } from './read-run.ts'
import { isRunId, journalFile, runIdIn } from './run-files.ts'
import { holderOf, isLocked, takeRunLock } from './run-lock.ts'
import { createRunSummaries } from './run-summaries.ts'
import { withUnwritten } from './unwritten-events.ts'
import { watchedElsewhere } from './watched-elsewhere.ts'

/** The runs of a data directory. */
export type RunRepository = {
  readonly directory: string
  /**
   * Unfinished ones first, then by start, the latest first. Empty if there is none; fails if that cannot be told,
   * as on a share that is gone.
   */
  list(): Promise<Result<RunsOnDisk, AppFailure>>
  /**
   * The same, for display only: uses the summary of each run as long as its journal has not changed since. Code that
   * decides about sending must not use it.
   */
  overview(): Promise<Result<RunsOnDisk, AppFailure>>
  /**
   * The events of a run as far as its journal is sound, and those in `known` that could not be written. If nobody watches
   * the run, the last event says so.
   */
  read(runId: string, known?: readonly RunEvent[]): Promise<Result<readonly RunEvent[], AppFailure>>
  /** The batches of all runs but one, by ID in lower case. */
  batchesOfOthers(runId: string): Promise<Result<ReadonlySet<string>, ClaimsTrouble>>
  /** What other runs have of the phones of one that is about to submit them. */
  claims(claimant: Claimant): Claims
  /** Passes a run's files to `discard`, which removes them or rejects. A run that is watched stays. */
  remove(runId: string, discard: (file: string) => Promise<void>): Promise<Result<undefined, AppFailure>>
}

/** A journal is read again only when something about it has changed: those of 3,000 phones are some megabytes. */
export function createRunRepository(directory: string): RunRepository {
  const known = new Map<string, CachedRun>()
  const summaries = createRunSummaries(directory)

  async function open(runId: string, file: string, from: Source, mayBeLocked: boolean): Promise<CachedRun> {
    const locked = mayBeLocked && (await isLocked(file))
    const holder = locked ? await holderOf(file, Date.now()) : undefined
    const stamp = await stampOf(file, locked, holder)
    const before = known.get(runId)
    if (before?.stamp === stamp && (before.isRead || from === 'summary')) return before
    known.delete(runId)
    const kept = from === 'summary' && !locked ? await summaries.read(runId, stamp) : undefined
    const cached = kept
      ? { ...fromSummary(kept), stamp, isRead: false }
      : { ...(await readRun(file, { locked, holder })), stamp, isRead: true }
    if (!cached.isUnread) known.set(runId, cached)
    // Code that decides about sending writes journals only.
    if (from === 'summary' && cached.isRead && cached.run && !locked && cached.trouble === '')
      void summaries.keep(runId, stamp, cached.run)
    return cached
  }

  /** `except`: a run to skip, so that its journal is not read. */
  async function list(from: Source, except?: string): Promise<Result<RunsOnDisk, ClaimsTrouble>> {
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => error)
    if (names instanceof Error) {
      // Before the first run there is no folder.
      return names.code === 'ENOENT'
        ? succeed({ runs: [], unreadable: [] })
        : fail({ code: 'folder-unread', folder: directory, reason: names.message })
    }
    const there = new Set(names)
    const runs: PastRun[] = []
    const lost: RunsOnDisk['unreadable'][number][] = []
    const runIds = names
      .flatMap((name) => runIdIn(name) ?? [])
      .filter((name) => name !== except)
      .toSorted()
      .toReversed()
    // Reads journals one after the other, so that a watched run gets its turns in between.
    const atOnce = from === 'journal' ? 1 : 16
    for (let first = 0; first < runIds.length; first += atOnce) {
      const found = await Promise.all(
        runIds.slice(first, first + atOnce).map(async (runId) => {
          const file = journalFile(directory, runId)
          // Looking for the locks of 1,000 runs takes longer than reading all their journals.
          const mayBeLocked = from === 'journal' || there.has(`${basename(file)}.lock`)
          return { runId, file, ...(await open(runId, file, from, mayBeLocked)) }
        }),
      )
      for (const { runId, file, run, trouble, neverBegan, changedAt } of found) {
        if (run) runs.push(run)
        else
          lost.push({
            ...{ runId, file, trouble },
            ...(neverBegan && { neverBegan }),
            ...(changedAt !== undefined && { changedAt }),
          })
      }
    }
    return succeed({
      runs: runs.toSorted((a, b) => Number(isUnfinished(b)) - Number(isUnfinished(a))),
      unreadable: lost,
    })
  }

  return {
    directory,
    list: async () => toldOfClaims(await list('journal')),
    overview: async () => toldOfClaims(await list('summary')),
    async read(runId, known = []) {
      if (!isRunId(runId)) return fail(noRun())
      const file = journalFile(directory, runId)
      const { events, unsound } = await readJournal(file).catch(unreadable)
      if (events.length === 0)
        return fail({
          kind: 'no-run',
          ...text.run.notReadable(file, unsound && journalTroubleWords(unsound.why)),
        })
      const all = withUnwritten(events, known)
      return succeed((await isLocked(file)) ? all : markAbandoned(all))
    },
    async batchesOfOthers(runId) {
      const listed = await list('journal', runId)
      return listed.ok ? succeed(batchIdsOf(listed.value.runs)) : listed
    },
    claims: (claimant) => createClaims(directory, claimant),
    async remove(runId, discard) {
      if (!isRunId(runId)) return fail(noRun())
      const file = journalFile(directory, runId)
      const notRemoved = (error: Error): Result<never, AppFailure> =>
        fail({ kind: 'file', ...text.run.notRemoved(file, error.message) })
      const lock = await takeRunLock(file, Date.now()).catch((error: Error) => error)
      if (lock instanceof Error) return notRemoved(lock)
      if (!lock) return fail(await watchedElsewhere(file))
      try {
        await discard(file)
        await rm(`${file}.aside`, { force: true })
        known.delete(runId)
        await summaries.forget(runId)
        return succeed(undefined)
      } catch (error) {
        return notRemoved(error as Error)
      } finally {
        await lock.release()
      }
    },
  }
}

/** Where lists get a run from: its journal, or its summary as long as the journal has not changed since. */
type Source = 'journal' | 'summary'

/** A run as it was read, and what from: its journal (`isRead`) or a summary. */
type CachedRun = ReadRun & { readonly stamp: string; readonly isRead: boolean }

const stampOf = (file: string, locked: boolean, holder: LockHolder | undefined): Promise<string> =>
  stat(file).then(
    ({ size, mtimeMs }) => `${size} ${mtimeMs} ${locked} ${JSON.stringify(holder)}`,
    (error: Error) => error.message,
  )

const noRun = (): AppFailure => ({ kind: 'no-run', ...text.run.noRun })
