import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import type { Readable } from 'node:stream'
import { endTree, endWithUs, hasEnded } from './program-tree.ts'

/** What became of a program. */
export type ProgramResult =
  /** It ran to its end. `code` is null when a signal ended it. `errors` is cut at the size limit. */
  | { readonly kind: 'ended'; readonly code: number | null; readonly output: string; readonly errors: string }
  /** The system did not start it: `code` as Node names it (ENOENT, EACCES, …), and the same in words. */
  | { readonly kind: 'not-started'; readonly code: string; readonly message: string }
  /** It was ended: it took longer than the time limit, wrote more than the size limit, or the signal was aborted. */
  | { readonly kind: 'too-late' | 'too-large' | 'stopped' }

export type ProgramOptions = {
  /** What it reads from its standard input. Secrets belong here: every user of a computer can read arguments. */
  readonly input?: string
  readonly limitMs: number
  /** Of its output, and of its errors. */
  readonly maxBytes: number
  /** Of its output; UTF-8 unless given. */
  readonly encoding?: 'utf8' | 'latin1'
  readonly signal?: AbortSignal
}

/**
 * Runs a program with these arguments: without a shell, and on Windows without a window. What it started itself ends
 * with it. Never rejects for what the program or the system does.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  if (options.signal?.aborted) return { kind: 'stopped' }
  const child = start(program, args)
  if (child instanceof Error) return notStarted(child)
  if (child.pid !== undefined) return untilItsEnd(child, options)
  const [error] = await once(child, 'error')
  return notStarted(error)
}

/** The error where not even an attempt could be made, as without memory. Others come as an event. */
function start(program: string, args: readonly string[]): ChildProcessWithoutNullStreams | Error {
  try {
    // A group of its own, so that it can be ended with all that it starts. On Windows that would open a console.
    const detached = process.platform !== 'win32'
    return spawn(program, args, { stdio: 'pipe', shell: false, windowsHide: true, detached })
  } catch (error) {
    if (error instanceof Error && 'errno' in error) return error
    throw error
  }
}

const notStarted = ({ code, name, message }: NodeJS.ErrnoException): ProgramResult => ({
  ...{ kind: 'not-started', code: code ?? name, message },
})

function untilItsEnd(
  child: ChildProcessWithoutNullStreams,
  { input = '', limitMs, maxBytes, encoding = 'utf8', signal }: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const forget = endWithUs(child)
    const output = collect(child.stdout, maxBytes, () => end({ kind: 'too-large' }))
    const errors = collect(child.stderr, maxBytes)
    const ended = (): ProgramResult => ({
      ...{ kind: 'ended', code: child.exitCode },
      ...{ output: output().toString(encoding), errors: errors().toString('utf8') },
    })
    let isOver = false
    async function end(result: ProgramResult): Promise<void> {
      if (isOver) return
      isOver = true
      clearTimeout(late)
      signal?.removeEventListener('abort', stop)
      if (!hasEnded(child)) await endTree(child)
      forget()
      // On Windows a program that outlives the one that started it may hold them open.
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy()
      resolve(result)
    }
    const stop = (): void => void end({ kind: 'stopped' })
    const late = setTimeout(() => end(hasEnded(child) ? ended() : { kind: 'too-late' }), limitMs)
    signal?.addEventListener('abort', stop, { once: true })

    child.once('exit', () => endTree(child))
    child.once('close', () => end(ended()))
    // It could not be ended, or has ended without reading: what becomes of it tells more.
    child.on('error', () => undefined)
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** Keeps what comes up to a size; tells once when there is more, and reads on. */
function collect(stream: Readable, maxBytes: number, onMore?: () => void): () => Buffer {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    const room = maxBytes - size
    size += chunk.length
    if (room > 0) chunks.push(chunk.subarray(0, room))
    if (room < chunk.length) onMore?.()
  })
  return () => Buffer.concat(chunks)
}
