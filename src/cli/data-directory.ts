import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { productName } from '../../package.json'

/**
 * Where the desktop app keeps its data, so that both see the same runs. Undefined if the user has no home folder, as in a
 * container without an entry for that user.
 */
export function defaultDataDirectory(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  // An empty variable counts as none (XDG Base Directory Specification); the desktop app takes it so, too.
  switch (platform) {
    case 'win32':
      return inside(environment['APPDATA'] || inside(home(), 'AppData', 'Roaming'), productName)
    case 'darwin':
      return inside(home(), 'Library', 'Application Support', productName)
    default:
      return inside(environment['XDG_CONFIG_HOME'] || inside(home(), '.config'), productName)
  }
}

const inside = (folder: string | undefined, ...names: readonly string[]): string | undefined =>
  folder && join(folder, ...names)

function home(): string | undefined {
  try {
    return homedir() || userInfo().homedir || undefined
  } catch {
    return undefined
  }
}
