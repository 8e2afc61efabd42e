import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import { largeLists } from './large-lists.ts'
import { removeFolder } from './remove-folder.ts'
import { commandLine } from './run-cli.ts'

const reportUsage = join(import.meta.dirname, 'report-usage.cjs')

/** Checks a list in a program that has something to do at its end, and answers the signal that ended it if it hung. */
async function check(list: string): Promise<NodeJS.Signals | null> {
  const args = ['--require', reportUsage, commandLine, 'check', list, '--region', 'NOAM']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // Seconds from what never ends.
    ...{ timeout: 120_000, killSignal: 'SIGKILL' },
  })
  for (const stream of child.stdio.slice(1)) if (stream && 'resume' in stream) stream.resume()
  const [, signal] = await once(child, 'close')
  return signal
}

/**
 * Checks long lists, four at a time, and so many times: each check ends. One in five printed all that it had found, and then
 * waited for ever (`leave` in src/cli/program.ts).
 */
export async function proveCheckEnds(times: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'check-ends-'))
  try {
    const lists = ['blank-lines.csv', 'commas.csv'].map((name) => join(folder, name))
    for (const list of lists) await writeFile(list, largeLists[basename(list)]?.() ?? '')
    const signals: (NodeJS.Signals | null)[] = []
    for (let turn = 0; turn < times; turn++)
      signals.push(...(await Promise.all([...lists, ...lists].map(check))))
    expect(signals.filter((signal) => signal !== null)).toEqual([])
    expect(signals).toHaveLength(4 * times)
  } finally {
    await removeFolder(folder)
  }
}
