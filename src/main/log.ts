import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Where bugs are written down: the operator sees one sentence, whoever mends it needs the rest. */
export type Log = {
  readonly file: string
  unexpected(where: string, error: unknown): void
}

/** Appends one JSON line for each entry. Nothing of a request or a token is ever among them. */
export function createLog(file: string, now: () => number): Log {
  return {
    file,
    unexpected(where, error) {
      const line = JSON.stringify({ at: new Date(now()).toISOString(), where, error: described(error) })
      // A log that cannot be written must not be the next error.
      void write(file, `${line}\n`).catch(() => undefined)
    },
  }
}

async function write(file: string, line: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, line)
}

const described = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
