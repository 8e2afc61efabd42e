import { once } from 'node:events'
import { fstatSync, writeSync } from 'node:fs'
import process from 'node:process'
import { styleText } from 'node:util'

/** One of the two ways by which words leave the program. */
export type Output = {
  /** Whether who reads has colours, or the environment wants them. */
  readonly hasColours: () => boolean
  /** Answers whether more can follow at once. */
  write: (words: string) => boolean
  /** Waits until more can follow. A reader that has gone wants no more. */
  readonly writeInTurn: (words: string) => Promise<void>
  /** Calls back once everything has been written, or is lost. */
  readonly whenWritten: (then: () => void) => void
  /** Has somebody told what is lost. The process goes on in any case. */
  readonly onLost: (listener: (error: NodeJS.ErrnoException) => void) => void
  /** By which all goes from here on. */
  readonly stream: () => NodeJS.WriteStream
}

/**
 * What a command may write into pipes without a stream, in bytes: an empty one takes that much everywhere without a wait for its
 * reader. To make a stream of Node takes a tenth of the time of a short command.
 */
let leftForPipes = 4096

/** For commands that must go on, whoever reads: from here on nothing waits for a reader, not even of a pipe that was full before. */
export function waitForNoReader(): void {
  for (const output of [stdout, stderr]) output.stream()
}

function outputTo(fd: 1 | 2, make: () => NodeJS.WriteStream): Output {
  // What may be a terminal gets a stream: Windows' own take UTF-8 from nothing else.
  const kind = kindOf(fd)
  // Of stderr nobody can be told: no place is left.
  let listener = (_: NodeJS.ErrnoException): void => undefined
  let made: NodeJS.WriteStream | undefined
  const stream = (): NodeJS.WriteStream => {
    made ??= make().on('error', (error) => listener(error))
    return made
  }
  function write(words: string): boolean {
    if (made || kind === 'other') return stream().write(words)
    const bytes = Buffer.from(words)
    if (kind === 'pipe') leftForPipes -= bytes.length
    const written = leftForPipes < 0 && kind === 'pipe' ? 0 : writeAtOnce(fd, bytes)
    // What has gone wrong is what the stream will say.
    return written === bytes.length || stream().write(bytes.subarray(written))
  }
  const output: Output = {
    hasColours: () =>
      (kind === 'other' || process.env['FORCE_COLOR'] !== undefined) &&
      styleText('red', 'a', { stream: stream() }) !== 'a',
    write,
    async writeInTurn(words) {
      if (made?.destroyed || output.write(words) || !made) return
      const slow = made
      const heard = new AbortController()
      const options = { signal: heard.signal }
      await Promise.race(
        ['drain', 'close', 'error'].map((event) => once(slow, event, options).catch(() => undefined)),
      )
      // Waits no longer for those that did not come.
      heard.abort()
    },
    whenWritten: (then) => (made ? made.write('', () => setImmediate(then)) : then()),
    onLost(given) {
      listener = given
    },
    stream,
  }
  return output
}

/** What cannot be asked is a stream's matter, too. */
function kindOf(fd: number): 'file' | 'pipe' | 'other' {
  try {
    const about = fstatSync(fd)
    if (about.isFile()) return 'file'
    return about.isFIFO() || about.isSocket() ? 'pipe' : 'other'
  } catch {
    return 'other'
  }
}

/** Answers how many bytes were written. */
function writeAtOnce(fd: number, bytes: Uint8Array): number {
  let written = 0
  try {
    for (let more = -1; more !== 0 && written < bytes.length; written += more)
      more = writeSync(fd, bytes, written)
  } catch {
    // A pipe that takes no more just now, or none at all; a disk that is full.
  }
  return written
}

export const stdout = outputTo(1, () => process.stdout)
export const stderr = outputTo(2, () => process.stderr)
