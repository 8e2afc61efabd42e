import { constants, type FileHandle, lstat, open } from 'node:fs/promises'
import type { RunEvent } from '../../shared/run/events.ts'
import { text } from '../../shared/text/index.ts'
import { type JournalContent, journalContent } from './journal.ts'
import { journalLine } from './journal-line.ts'

/**
 * An append-only file of one run: one event a line. Once `append` resolves, the line is on the disk **and follows all
 * that this writer knows of the file**, with nobody else's line between. If two processes think that the run is theirs,
 * the file puts their lines in an order, and only the first one acts on what it wrote: docs/journal.md says why.
 * Rejects with JournalTaken if the run is no longer this process's, or the file is not as it left it.
 */
export type Journal = {
  readonly file: string
  append(event: RunEvent): Promise<void>
  close(): Promise<void>
}

/** Who writes: the process that holds the lock of the run. */
export type JournalWriter = {
  /** Unique to this writer. */
  readonly token: string
  /** Whether it still holds the lock. */
  isOurs(): Promise<boolean>
}

/** The lock is somebody else's or gone, or somebody else deleted, moved, replaced or wrote to the journal. */
export class JournalTaken extends Error {}

/** Makes a new journal; rejects when the file exists or the folder cannot be written. */
export async function createJournal(file: string, writer: JournalWriter): Promise<Journal> {
  const handle = await open(file, 'ax', 0o600)
  const { nlink } = await handle.stat()
  return journalIn({ file, handle, writer, nlink, size: 0 })
}

/** A journal as it was read, and which can be continued through the same handle. */
export type OpenJournal = {
  readonly content: JournalContent
  /** Nothing of the file is cut off or moved, whole or torn. */
  continueAs(writer: JournalWriter): Journal
  close(): Promise<void>
}

/** Opens a journal that is there; rejects as `readJournal` does. */
export async function openJournal(file: string): Promise<OpenJournal> {
  const named = await lstat(file)
  if (!named.isFile()) throw new Error(text.run.journalNoFile)
  const handle = await open(file, constants.O_RDWR | constants.O_APPEND)
  try {
    const bytes = await handle.readFile()
    const content = journalContent(file, bytes)
    const { soundBytes } = content
    return {
      content,
      continueAs: (writer) =>
        journalIn({
          ...{ file, handle, writer, nlink: named.nlink, size: bytes.length },
          ...(soundBytes < bytes.length && { after: soundBytes }),
        }),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/**
 * Whether the file with this number still has this name. The count of names is not enough: it stays as it is when the
 * file is moved, and FAT always says 1 (MS-FSA, FileStandardInformation).
 */
const isNamed = (file: string, number: bigint): Promise<boolean> =>
  lstat(file, { bigint: true }).then(
    // Some file systems give no numbers.
    ({ ino }) => ino === number || ino === 0n || number === 0n,
    () => false,
  )

/** `nlink`, `size`: of the file as this writer knows it. `after`: where a torn end begins. */
function journalIn(options: {
  readonly file: string
  readonly handle: FileHandle
  readonly writer: JournalWriter
  readonly nlink: number
  readonly size: number
  readonly after?: number
}): Journal {
  const { file, handle, writer, nlink } = options
  let { size, after } = options

  async function expectAsLeft(): Promise<void> {
    const now = await handle.stat({ bigint: true })
    // A file system that counts no names has none from the beginning.
    const isWhole = now.size === BigInt(size) && now.nlink >= nlink
    if (!isWhole || !(await isNamed(file, now.ino))) throw new JournalTaken(text.run.journalTouched)
  }

  return {
    file,
    async append(event) {
      if (!(await writer.isOurs())) throw new JournalTaken(text.run.lockTaken)
      await expectAsLeft()
      const line = Buffer.from(journalLine(event, writer.token, after))
      await handle.appendFile(line)
      await handle.datasync()
      size += line.length
      after = undefined
      // Another one may have written between the look and the line. Neither acts then on what was written second.
      await expectAsLeft()
    },
    close: () => handle.close(),
  }
}
