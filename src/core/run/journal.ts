import { lstat, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseJson } from '../../shared/parse-json.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import type { JournalTrouble } from '../../shared/run/journal-trouble.ts'
import { text } from '../../shared/text/index.ts'
import { type JournalLine, parseJournalLine } from './journal-line.ts'

export type JournalContent = {
  readonly events: readonly RunEvent[]
  /** How far the file could be read. */
  readonly soundBytes: number
  /** Why reading stopped before the end of the file. */
  readonly unsound?: JournalDamage
}

/**
 * `torn`: the last line was not written completely, as a power cut leaves it; it was never acted on.
 * `foreign`: more follows that this version does not understand, so the run must not be continued by it.
 * `damaged`: a line that had been acted on is lost, with more after it. It may have said that a batch was submitted.
 * Continuing would submit that batch a second time, so no version may.
 */
export type JournalDamage = { readonly kind: 'torn' | 'foreign' | 'damaged'; readonly why: JournalTrouble }

/**
 * Reads a journal. Rejects as the file system does, and for anything but a regular file: through a link the app would
 * write to another file, and a pipe may never end. If the journal is of another run than its name says, it is foreign:
 * opening or deleting a run by its ID must not reach another run.
 */
export async function readJournal(file: string): Promise<JournalContent> {
  if (!(await lstat(file)).isFile()) throw new Error(text.run.journalNoFile)
  return journalContent(file, await readFile(file))
}

export function journalContent(file: string, bytes: Buffer): JournalContent {
  const content = parseJournal(bytes)
  const [first] = content.events
  return first?.type !== 'RunStarted' || basename(file) === `${first.runId}.jsonl`
    ? content
    : { events: [], soundBytes: 0, unsound: { kind: 'foreign', why: { code: 'of-another' } } }
}

/** Where in a journal its reading stands: at this byte, after lines of these writers (`JournalLine.writer`). */
export type JournalPosition = {
  readonly offset: number
  readonly writers: readonly (string | undefined)[]
}

export const beginningOfJournal: JournalPosition = { offset: 0, writers: [] }

/**
 * Reads as far as the bytes are sound: whole lines that are events, counted without a gap. Skips what nobody acted
 * on: torn ends that a later line says it follows, and lines of a writer that had lost the run.
 */
export function parseJournal(bytes: Buffer): JournalContent {
  const { writers: _, ...content } = parseJournalFrom(bytes, beginningOfJournal)
  return content
}

/** The same for bytes that begin in the middle of a journal, `at` a line; `soundBytes` counts from there. */
export function parseJournalFrom(
  bytes: Buffer,
  at: JournalPosition,
): JournalContent & { readonly writers: JournalPosition['writers'] } {
  const events: RunEvent[] = []
  const writers = [...at.writers]
  let soundBytes = 0
  while (soundBytes < bytes.length) {
    const here = lineAt(bytes, soundBytes)
    if (here?.line && isTooLate(here.line, writers)) {
      soundBytes = here.end
      continue
    }
    const next = nextIn(bytes, { from: soundBytes, offset: at.offset, number: writers.length + 1 })
    if (!next) {
      const unsound = damageOf(bytes.subarray(soundBytes), writers.length + 1)
      return { events, soundBytes, unsound, writers }
    }
    events.push(next.line.event)
    writers.push(next.line.writer)
    soundBytes = next.end
  }
  return { events, soundBytes, writers }
}

/** The line of that number, from this byte on: the first one there, or the one that says that it follows from there. */
function nextIn(
  bytes: Buffer,
  { from, offset, number }: { readonly from: number; readonly offset: number; readonly number: number },
): { readonly line: JournalLine; readonly end: number } | undefined {
  for (let found = lineAt(bytes, from); found; found = lineAt(bytes, found.end)) {
    const { line, start, end } = found
    const follows = line && (line.after === undefined ? start === from : line.after === offset + from)
    if (follows && fits(line.event, number)) return { line, end }
  }
  return undefined
}

/** Undefined if no whole line follows. */
function lineAt(
  bytes: Buffer,
  start: number,
): { readonly line: JournalLine | undefined; readonly start: number; readonly end: number } | undefined {
  const end = bytes.indexOf(0x0a, start)
  return end === -1
    ? undefined
    : { line: parseJournalLine(bytes.toString('utf8', start, end)), start, end: end + 1 }
}

const fits = ({ seq, type }: RunEvent, line: number): boolean =>
  seq === line && (type === 'RunStarted') === (line === 1)

/**
 * Another writer had already written the line of this number. The writer of this one saw that and did not act on it.
 * Only versions that sign their lines do so.
 */
const isTooLate = ({ event, writer }: JournalLine, writers: JournalPosition['writers']): boolean =>
  writer !== undefined && event.seq <= writers.length && writers[event.seq - 1] !== writer

/**
 * A torn end is at most one line, because the next line is written only after a line is whole on the disk. The end of that
 * line is missing, unless a power cut left the disk's own NUL bytes in place of its beginning. A line that was to follow a
 * torn end may be torn, too.
 */
function damageOf(rest: Buffer, line: number): JournalDamage {
  const [first = '', ...others] = rest.toString('utf8').split('\n')
  const isWhole = others.length > 0
  const isOutOfPlace = isWhole && parseJournalLine(first) !== undefined
  if (isWhole && !isOutOfPlace && parseJson(first) !== undefined)
    return { kind: 'foreign', why: { code: 'foreign', line } }
  const isWritten = isWhole && first.trim() !== '' && !first.includes('\0')
  const last = others.pop() ?? ''
  const isTornToo = last === '' || last.startsWith('\0')
  return isOutOfPlace || isWritten || !isTornToo || others.some((other) => other !== '')
    ? { kind: 'damaged', why: { code: 'damaged', line } }
    : { kind: 'torn', why: { code: 'torn', line } }
}
