import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The Electron executable. Where it is not there yet, Electron's own installer gets some time to fetch it;
 * undefined when that cannot be.
 */
export function findElectron(secondsToInstall: number): string | undefined {
  const there = installedElectron()
  if (there) return there
  console.log('Electron is not here yet. Its own installer tries to fetch it…')
  const { status } = spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    timeout: secondsToInstall * 1000,
    // Why it failed is a stack of its internals; what to do about it is said by the caller.
    stdio: 'ignore',
  })
  return status === 0 ? installedElectron() : undefined
}

const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The package notes in path.txt where in its dist folder the executable is. */
function installedElectron(): string | undefined {
  const note = join(electronFolder, 'path.txt')
  if (!existsSync(note)) return undefined
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronFolder, 'dist')
  const executable = join(folder, readFileSync(note, 'utf8'))
  return existsSync(executable) ? executable : undefined
}
