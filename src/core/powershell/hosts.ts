import { join } from 'node:path'
import type { Edition } from '../../shared/powershell/trouble.ts'

/** A PowerShell of this computer: Windows PowerShell 5.1, or PowerShell 7. */
export type Host = { readonly edition: Edition; readonly program: string }

/**
 * Where PowerShells are, by absolute paths, the newer edition first: nothing is looked for in the PATH of Windows, on
 * which anything may call itself pwsh. Elsewhere that is where it is installed.
 */
export function placesOfHosts(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly Host[] {
  const core = (folder: string | undefined, ...names: readonly string[]): readonly Host[] =>
    folder ? [{ edition: 'core', program: join(folder, ...names) }] : []
  if (platform === 'win32') {
    const { SystemRoot: system = 'C:\\Windows', ProgramFiles: programs, LOCALAPPDATA: local } = environment
    const windows = ['System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe']
    return [
      ...core(programs, 'PowerShell', '7', 'pwsh.exe'),
      ...core(local, 'Microsoft', 'WindowsApps', 'pwsh.exe'),
      ...core(environment['USERPROFILE'], '.dotnet', 'tools', 'pwsh.exe'),
      { edition: 'windows', program: join(system, ...windows) },
    ]
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  const usual = [
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/homebrew/bin',
    '/opt/microsoft/powershell/7',
  ]
  return [...new Set([...folders, ...usual])].flatMap((folder) => core(folder, 'pwsh'))
}

/** The edition of a PowerShell that somebody names by its path. */
export const hostAt = (program: string): Host => ({
  edition: /(^|[\\/])powershell(\.exe)?$/i.test(program) ? 'windows' : 'core',
  program,
})

/** How a bridge is started. `Bypass` is overruled by group policy alone, and means nothing where there is no Windows. */
export const argumentsFor = (script: string): readonly string[] => [
  ...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script],
]

/**
 * The part of our environment that the child gets: nothing that Node or Electron obeys. Windows PowerShell also gets no
 * module path: we may have that from another PowerShell, and 5.1 would load its modules (Microsoft, about_PSModulePath).
 */
export function environmentFor(host: Host, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) =>
      !/^(NODE_|ELECTRON_|npm_)/i.test(name) && !(host.edition === 'windows' && /^PSModulePath$/i.test(name)),
  )
  return { ...Object.fromEntries(kept), POWERSHELL_UPDATECHECK: 'Off' }
}
