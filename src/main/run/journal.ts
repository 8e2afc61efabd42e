import { mkdir, open, readFile, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RunEvent } from '../../shared/run/events.ts'
import { runEvent } from './event-schema.ts'

/** An append-only file of one run: one event a line, on the disk before `append` resolves. */
export type Journal = {
  readonly file: string
  append(event: RunEvent): Promise<void>
  close(): Promise<void>
}

/** Makes a new journal; rejects when the file exists or the folder cannot be written. */
export const createJournal = (file: string): Promise<Journal> => openJournal(file, 'ax')

/** Continues a journal after `soundBytes`: a torn line at its end is cut off first, or it would swallow the next. */
export async function continueJournal(file: string, soundBytes: number): Promise<Journal> {
  await truncate(file, soundBytes)
  return openJournal(file, 'a')
}

async function openJournal(file: string, flags: 'a' | 'ax'): Promise<Journal> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, flags, 0o600)
  return {
    file,
    async append(event) {
      await handle.appendFile(`${JSON.stringify(event)}\n`)
      await handle.datasync()
    },
    close: () => handle.close(),
  }
}

export type JournalContent = {
  readonly events: readonly RunEvent[]
  /** How far the file could be read. */
  readonly soundBytes: number
  /** Why reading stopped before the end of the file: a torn line, or one that this version does not know. */
  readonly unsound?: string
}

export const readJournal = async (file: string): Promise<JournalContent> => parseJournal(await readFile(file))

/** Reads as far as the bytes are sound: whole lines that are events, counted without a gap from 1. */
export function parseJournal(bytes: Buffer): JournalContent {
  const events: RunEvent[] = []
  let soundBytes = 0
  while (soundBytes < bytes.length) {
    const end = bytes.indexOf(0x0a, soundBytes)
    if (end === -1) return { events, soundBytes, unsound: 'the last line is torn' }
    const event = parseLine(bytes.toString('utf8', soundBytes, end))
    const line = events.length + 1
    if (!event) return { events, soundBytes, unsound: `line ${line} is not an event this version knows` }
    if (event.seq !== line) return { events, soundBytes, unsound: `line ${line} is out of order` }
    if ((event.type === 'RunStarted') !== (line === 1))
      return { events, soundBytes, unsound: `line ${line} is out of place` }
    events.push(event)
    soundBytes = end + 1
  }
  return { events, soundBytes }
}

function parseLine(line: string): RunEvent | undefined {
  try {
    return runEvent.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
