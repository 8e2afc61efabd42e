import { cp, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJournal } from '../../src/core/run/journal.ts'
import { journalFile, runsDirectory } from '../../src/core/run/run-files.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import type { GatewayFailure } from '../../src/shared/gateway/failure.ts'
import { failureWords } from '../../src/shared/gateway/failure-words.ts'
import type { PastRun } from '../../src/shared/run/past-run.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { resultFile } from '../../src/shared/run/result-file.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import {
  claimedBy,
  endWords,
  leftOutWords,
  postponedWords,
  resultWords,
  signedInAt,
} from '../../src/shared/run/why-words.ts'
import { listed } from './listed.ts'

/** Journals as the terminal wrote them, one for each way in which a run can stand; made by make-journals.ts. */
export const journalSamples = join(import.meta.dirname, '../core/run/journals/samples')

/** What is shown of each sample, by the name of its list. */
export const shownSamples = join(journalSamples, 'shown.json')

/** Everything that is shown of a run, in any place. */
export type ShownRun = {
  /** A row of `runs --json`. */
  readonly listed: unknown
  /** In the window's list of runs. */
  readonly past: PastRun
  /** In the window that opens it, and at the terminal. */
  readonly state: unknown
  /** The lines of its export. */
  readonly results: readonly string[]
}

/** A data folder of its own that has the samples; it is for the caller to remove. */
export async function folderOfSamples(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samples-'))
  await cp(journalSamples, runsDirectory(folder), {
    recursive: true,
    filter: (file) => !file.endsWith('.json'),
  })
  return folder
}

export const readShown = async (): Promise<Readonly<Record<string, ShownRun>>> =>
  JSON.parse(await readFile(shownSamples, 'utf8'))

/** What today's code shows of the runs of a data folder, but for `runs --json`; by list. */
export async function shownIn(
  dataDirectory: string,
): Promise<Readonly<Record<string, Omit<ShownRun, 'listed'>>>> {
  const repository = createRunRepository(runsDirectory(dataDirectory))
  const { runs, unreadable } = await listed(repository)
  if (unreadable.length > 0) throw new Error(`Not readable: ${unreadable.map(({ file }) => file).join(', ')}`)
  const shown = new Map<string, Omit<ShownRun, 'listed'>>()
  for (const past of runs) {
    const events = await repository.read(past.runId)
    if (!events.ok) throw new Error(events.failure.message)
    const { unsound } = await readJournal(journalFile(repository.directory, past.runId))
    if (unsound) throw new Error(unsound.why.code)
    const state = replay(events.value)
    const results = state ? resultFile(state).split('\r\n') : []
    // They are remembered for a week, and so depend on the day.
    const { outcomes: _, ...whole } = past
    shown.set(past.listName, { past: whole, state: state && inWords(state), results })
  }
  return Object.fromEntries(shown)
}

/** A state with the words that are shown in place of its codes, in the keys that held them in format 1. */
const inWords = (state: RunState): unknown => ({
  ...state,
  phones: state.phones.map((phone) => {
    const { why: _, ...rest } = phone
    return { ...rest, ...known({ result: resultWords(phone) }) }
  }),
  leftOut: state.leftOut.map((row) => {
    const { why: _, ...rest } = row
    const words = { reason: leftOutWords(row), claimedBy: claimedBy(row), signedInAt: signedInAt(row) }
    return { ...rest, ...known(words) }
  }),
  batches: state.batches.map((batch) => {
    const { end: _, postponed, failure, interruption, ...rest } = batch
    return {
      ...rest,
      ...known({
        serviceStatus: endWords(batch),
        failure: failure && failureInWords(failure),
        interruption: interruption && failureInWords(interruption),
        postponed:
          postponed &&
          known({
            message: postponedWords(postponed),
            failure: postponed.failure && failureInWords(postponed.failure),
          }),
      }),
    }
  }),
})

function failureInWords(failure: GatewayFailure): unknown {
  const { why: _, ...rest } = failure
  return { ...rest, message: failureWords(failure) }
}

const known = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
