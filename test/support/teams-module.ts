import { writeFile } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import process from 'node:process'
import type { Simulator } from '../../src/core/simulator/simulator.ts'

export const bridgeScript = resolve(import.meta.dirname, '../../resources/powershell/bridge.ps1')

/**
 * The environment in which a PowerShell finds the stand-in of Microsoft's module, at this simulator. How to reach it
 * stands in a file of `directory`.
 */
export async function withTeamsModule(
  simulator: Pick<Simulator, 'baseUrl' | 'token'>,
  directory: string,
  more: { readonly poorErrors?: true; readonly signIn?: 'refuse' } = {},
): Promise<NodeJS.ProcessEnv> {
  const file = join(directory, 'simulated-teams.json')
  await writeFile(file, JSON.stringify({ address: simulator.baseUrl, token: simulator.token, ...more }))
  const modules = resolve(import.meta.dirname, '../powershell/modules')
  const known = process.env['PSModulePath']
  return {
    ...process.env,
    SIMULATED_TEAMS: file,
    PSModulePath: known ? `${modules}${delimiter}${known}` : modules,
  }
}
