import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { removeFolder } from './remove-folder.ts'

/** The PowerShell that the tests of Microsoft's module are to use; undefined for the first that is found. */
export const chosenPowerShell: string | undefined = process.env['POWERSHELL_PROGRAM'] || undefined

/** Why no PowerShell can be used here; undefined where it can. Where it is demanded, as by .ci/run, it throws. */
export function whyNoPowerShell(): string | undefined {
  if (spawnSync('pwsh', ['-Version']).status === 0) return undefined
  const why = 'pwsh (PowerShell 7) is not on the PATH'
  if (process.env['DEMAND_POWERSHELL'] === '1') throw new Error(`PowerShell is demanded, but ${why}`)
  return why
}

/** What a script puts out, as JSON that it has written. A parse error is an exception. */
export async function runPowerShell(script: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'powershell-'))
  try {
    const file = join(folder, 'script.ps1')
    writeFileSync(file, script)
    const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', file]
    const { stdout, stderr, status } = spawnSync('pwsh', args, { encoding: 'utf8' })
    if (status !== 0 || stderr !== '') throw new Error(`PowerShell said: ${stderr}${stdout}`)
    // At a terminal of some kinds it begins with a sequence for it.
    return JSON.parse(stdout.slice(Math.max(0, stdout.search(/[[{]["[{]/))))
  } finally {
    await removeFolder(folder)
  }
}
