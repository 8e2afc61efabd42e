import { appendFile, lstat, mkdir, open, readFile, truncate } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { parseJson } from '../../shared/parse-json.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import { text } from '../../shared/text/index.ts'
import { runEvent } from './event-schema.ts'

/**
 * An append-only file of one run: one event a line, on the disk before `append` resolves. It rejects, too, once the
 * file is not as it left it: deleted or replaced, or written to by another computer that was told to take the run.
 */
export type Journal = {
  readonly file: string
  append(event: RunEvent): Promise<void>
  close(): Promise<void>
}

/** Makes a new journal; rejects when the file exists or the folder cannot be written. */
export const createJournal = (file: string): Promise<Journal> => openJournal(file, 'ax')

/**
 * Continues a journal after its sound part. A torn end would swallow the next line, so it is cut off, and
 * kept beside the journal (`.aside`) for whoever wants to look.
 */
export async function continueJournal(file: string, { soundBytes }: JournalContent): Promise<Journal> {
  const rest = (await readFile(file)).subarray(soundBytes)
  if (rest.length > 0) {
    await appendFile(`${file}.aside`, rest)
    await truncate(file, soundBytes)
  }
  return openJournal(file, 'a')
}

async function openJournal(file: string, flags: 'a' | 'ax'): Promise<Journal> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, flags, 0o600)
  const { nlink, ...opened } = await handle.stat()
  let { size } = opened
  return {
    file,
    async append(event) {
      const now = await handle.stat()
      // A file system that counts no names has none from the beginning.
      if (now.size !== size || now.nlink < nlink) throw new Error(text.run.journalTouched)
      const line = Buffer.from(`${JSON.stringify(event)}\n`)
      await handle.appendFile(line)
      await handle.datasync()
      size += line.length
    },
    close: () => handle.close(),
  }
}

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
 * `damaged`: a line that had been acted on is lost, with more after it. It may have said that a batch was submitted,
 * and going on would submit that batch a second time: no version may.
 */
export type JournalDamage = { readonly kind: 'torn' | 'foreign' | 'damaged'; readonly message: string }

/**
 * Reads a journal. Rejects as the file system does, and for what is no file itself: a link would have another
 * file written to, and a pipe may never end. The journal of another run than its name says is foreign: whoever
 * opens or deletes one by its ID must not meet the other.
 */
export async function readJournal(file: string): Promise<JournalContent> {
  if (!(await lstat(file)).isFile()) throw new Error(text.run.journalNoFile)
  const content = parseJournal(await readFile(file))
  const [first] = content.events
  return first?.type !== 'RunStarted' || basename(file) === `${first.runId}.jsonl`
    ? content
    : { events: [], soundBytes: 0, unsound: { kind: 'foreign', message: text.run.journalOfAnother } }
}

/**
 * Reads as far as the bytes are sound: whole lines that are events, counted without a gap. `before`: how many events
 * precede these bytes.
 */
export function parseJournal(bytes: Buffer, before = 0): JournalContent {
  const events: RunEvent[] = []
  let soundBytes = 0
  while (soundBytes < bytes.length) {
    const end = bytes.indexOf(0x0a, soundBytes)
    const event = end === -1 ? undefined : parseLine(bytes.toString('utf8', soundBytes, end))
    const number = before + events.length + 1
    if (!event || !fits(event, number))
      return { events, soundBytes, unsound: damageOf(bytes.subarray(soundBytes), number) }
    events.push(event)
    soundBytes = end + 1
  }
  return { events, soundBytes }
}

const fits = ({ seq, type }: RunEvent, line: number): boolean =>
  seq === line && (type === 'RunStarted') === (line === 1)

/**
 * Of a torn end nothing is more than one line: the next one is written only once a line is whole on the disk. Nor is
 * the end of that line there, unless a power cut left the disk's own NUL bytes in place of its beginning.
 */
function damageOf(rest: Buffer, line: number): JournalDamage {
  const [first = '', ...others] = rest.toString('utf8').split('\n')
  const isWhole = others.length > 0
  const isOutOfPlace = isWhole && parseLine(first) !== undefined
  if (isWhole && !isOutOfPlace && parseJson(first) !== undefined)
    return { kind: 'foreign', message: text.run.journalForeign(line) }
  const isWritten = isWhole && first.trim() !== '' && !first.includes('\0')
  return isOutOfPlace || isWritten || others.some((other) => other !== '')
    ? { kind: 'damaged', message: text.run.journalDamaged(line) }
    : { kind: 'torn', message: text.run.journalTorn(line) }
}

const parseLine = (line: string): RunEvent | undefined => runEvent.safeParse(parseJson(line)).data
