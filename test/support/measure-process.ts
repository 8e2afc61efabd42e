import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

/**
 * What a process took as a whole: the most memory in MB; CPU time in ms, which a busy computer changes little; how long it
 * ran, in ms; its exit code; and its stderr.
 */
export type Usage = {
  readonly megabytes: number
  readonly cpu: number
  readonly elapsed: number
  readonly code: number | null
  readonly errors: string
}

/** Runs a program of Node to its end, without what it prints. */
export async function measureProcess(program: string, ...args: readonly string[]): Promise<Usage> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--require', join(import.meta.dirname, 'report-usage.cjs'), program, ...args],
    // No cache of compiled code but the program's own: nobody who uses it has another.
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: undefined },
    },
  )
  const report = child.stdio[3]
  if (!child.stdout || !child.stderr || !(report instanceof Readable))
    throw new Error('The process has no channel to report on')
  child.stdout.resume()
  const [said, errors, [code]] = await Promise.all([text(report), text(child.stderr), once(child, 'close')])
  const { kB, us } = JSON.parse(said)
  const elapsed = performance.now() - started
  return { megabytes: Math.round(kB / 1024), cpu: us / 1000, elapsed, code, errors }
}
