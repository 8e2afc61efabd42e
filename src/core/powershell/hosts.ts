import { join } from 'node:path'
import type { Edition } from '../../shared/powershell/trouble.ts'

/** A PowerShell of this computer: Windows PowerShell 5.1, or PowerShell 7. */
export type Host = { readonly edition: Edition; readonly program: string }

/**
 * Absolute paths where PowerShell may be, the newer edition first. Windows's PATH is not searched, because any program
 * on it may be called pwsh. Elsewhere, the PATH is where PowerShell is installed.
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

/** How a bridge is started. Only group policy overrules `Bypass`, and only Windows heeds it. */
export const argumentsFor = (script: string): readonly string[] => [
  ...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script],
]

/**
 * The part of our environment that the child gets: no variable that Node or Electron obeys. Windows PowerShell also
 * gets no module path. Ours may come from another PowerShell, and 5.1 would load its modules (Microsoft,
 * about_PSModulePath).
 */
export function environmentFor(host: Host, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) =>
      !/^(NODE_|ELECTRON_|npm_)/i.test(name) && !(host.edition === 'windows' && /^PSModulePath$/i.test(name)),
  )
  return { ...Object.fromEntries(kept), POWERSHELL_UPDATECHECK: 'Off' }
}
