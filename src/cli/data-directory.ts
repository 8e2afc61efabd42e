import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { productName } from '../../package.json'

/** Where the desktop app keeps its data, so that both see the same runs. */
export function defaultDataDirectory(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const home = homedir()
  // An empty variable counts as none (XDG Base Directory Specification); the desktop app takes it so, too.
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), productName)
    case 'darwin':
      return join(home, 'Library', 'Application Support', productName)
    default:
      return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), productName)
  }
}
