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
}

/**
 * What both outputs together write without a stream, in bytes: an empty pipe takes that much everywhere without a wait for its
 * reader. To make a stream of Node takes a tenth of the time of a short command.
 */
let leftForPipes = 4096

function outputTo(fd: 1 | 2, makeStream: () => NodeJS.WriteStream): Output {
  // A terminal of Windows takes UTF-8 from a stream alone.
  let isWrittenAtOnce = isFileOrPipe(fd)
  // Of stderr nobody can be told: no place is left.
  let listener = (_: NodeJS.ErrnoException): void => undefined
  let made: NodeJS.WriteStream | undefined
  const opened = (): NodeJS.WriteStream => {
    isWrittenAtOnce = false
    made ??= makeStream().on('error', (error) => listener(error))
    return made
  }
  const isPlain = isWrittenAtOnce
  function write(words: string): boolean {
    if (!isWrittenAtOnce) return opened().write(words)
    const bytes = Buffer.from(words)
    leftForPipes -= bytes.length
    const written = leftForPipes < 0 ? 0 : writeAtOnce(fd, bytes)
    // What has gone wrong is what the stream will say.
    return written === bytes.length || opened().write(bytes.subarray(written))
  }
  const output: Output = {
    hasColours: () =>
      (!isPlain || process.env['FORCE_COLOR'] !== undefined) &&
      styleText('red', 'a', { stream: makeStream() }) !== 'a',
    write,
    async writeInTurn(words) {
      if (made?.destroyed || output.write(words) || !made) return
      const stream = made
      const heard = new AbortController()
      const options = { signal: heard.signal }
      await Promise.race(
        ['drain', 'close', 'error'].map((event) => once(stream, event, options).catch(() => undefined)),
      )
      // Waits no longer for those that did not come.
      heard.abort()
    },
    whenWritten: (then) => (made ? made.write('', () => setImmediate(then)) : then()),
    onLost(given) {
      listener = given
    },
  }
  return output
}

/** A character device may be a terminal; what cannot be asked is a stream's matter, too. */
function isFileOrPipe(fd: number): boolean {
  try {
    const about = fstatSync(fd)
    return about.isFile() || about.isFIFO() || about.isSocket()
  } catch {
    return false
  }
}

/** Answers how many bytes were written. */
function writeAtOnce(fd: number, bytes: Uint8Array): number {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(fd, bytes, written)
  } catch {
    // A pipe that takes no more just now, or none at all.
  }
  return written
}

export const stdout = outputTo(1, () => process.stdout)
export const stderr = outputTo(2, () => process.stderr)
