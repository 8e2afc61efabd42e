import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/**
 * Where Node may keep what it has compiled of this program: a folder in which only the user can write, for who can decides what
 * is run. Undefined where the user has none. A file of its own, as nothing that is kept may be loaded before.
 */
export function compiledFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const caches = cachesOf(platform, environment)
  return caches && join(caches, 'sip-gateway-bulk-sign-in', 'compiled')
}

function cachesOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string | undefined {
  if (platform === 'win32') return environment['LOCALAPPDATA']
  try {
    if (platform === 'darwin') return join(homedir(), 'Library', 'Caches')
    return environment['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  } catch {
    // A container may have no entry for its user.
    return undefined
  }
}
