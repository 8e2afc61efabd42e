import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { briefly } from '../../shared/text/briefly.ts'
import { visibleJson } from '../../shared/text/visible-json.ts'
import { shortenNames } from './shorten-names.ts'

/** Details for support. The operator sees one sentence of them. */
export type Log = {
  readonly folder: string
  write(entry: LogEntry): void
  /** A bug: with all that is known of it. */
  unexpected(where: string, error: unknown): void
  /** The last entries with a correlation ID, and the last warnings and errors, oldest first. */
  recent(): { readonly calls: readonly LoggedEntry[]; readonly troubles: readonly LoggedEntry[] }
  /** Resolves when all that was written is on disk, as far as the disk takes it. */
  flushed(): Promise<void>
}

export type LogEntry = {
  readonly level: 'error' | 'warning' | 'info'
  /** Which part of the app: `sign-in`, `service`, `run`. */
  readonly area: string
  readonly message: string
  readonly correlationId?: string
}

export type LoggedEntry = LogEntry & { readonly at: string }

/**
 * Writes one JSON line an entry to main.log; a full file becomes main.1.log, and so on, `kept` of them. Every
 * line passes a filter for tokens and passwords, and names people only where `fullNames` says so.
 */
export function createLog(options: {
  readonly folder: string
  readonly now: () => number
  readonly fullNames: () => boolean
  /** In bytes, of each file. */
  readonly largest?: number
  readonly kept?: number
}): Log {
  const { folder, now, fullNames, largest = 1024 * 1024, kept = 3 } = options
  const calls: LoggedEntry[] = []
  const troubles: LoggedEntry[] = []
  const append = rotatingFile(folder, largest, kept)
  let written: Promise<void> = Promise.resolve()

  function write({ level, area, message, correlationId }: LogEntry): void {
    const clean = briefly(message, longestMessage)
    const logged: LoggedEntry = {
      at: new Date(now()).toISOString(),
      level,
      area,
      message: fullNames() ? clean : shortenNames(clean),
      ...(correlationId !== undefined && { correlationId }),
    }
    if (correlationId !== undefined) push(calls, logged)
    if (level !== 'info') push(troubles, logged)
    // A log that cannot be written must not be the next error.
    written = written.then(() => append(`${visibleJson(logged)}\n`)).catch(() => undefined)
  }

  return {
    folder,
    write,
    unexpected: (where, error) =>
      write({ level: 'error', area: 'app', message: `${where}: ${described(error)}` }),
    recent: () => ({ calls: [...calls], troubles: [...troubles] }),
    flushed: () => written,
  }
}

const longestMessage = 8000
const remembered = 20

function push(entries: LoggedEntry[], entry: LoggedEntry): void {
  entries.push(entry)
  if (entries.length > remembered) entries.shift()
}

const described = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

function rotatingFile(folder: string, largest: number, kept: number): (line: string) => Promise<void> {
  const file = (age: number): string => join(folder, age === 0 ? 'main.log' : `main.${age}.log`)
  let size: number | undefined

  async function makeRoom(): Promise<void> {
    await rm(file(kept), { force: true })
    for (let age = kept - 1; age >= 0; age--) await rename(file(age), file(age + 1)).catch(ignoreMissing)
    size = 0
  }
  return async (line) => {
    if (size === undefined) {
      await mkdir(folder, { recursive: true })
      size = await stat(file(0)).then(
        (found) => found.size,
        () => 0,
      )
    }
    const bytes = Buffer.byteLength(line)
    if (size > 0 && size + bytes > largest) await makeRoom()
    await appendFile(file(0), line, { mode: 0o600 })
    size += bytes
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
