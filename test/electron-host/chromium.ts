import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rename } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { removeFolder } from '../support/remove-folder.ts'

/** A browser to run the page in. */
export type Chromium = {
  readonly executable: string
  /** A build without windows: it cannot be shown. */
  readonly headlessOnly: boolean
}

/**
 * In tests, scripts are run as they are compiled at first: no page lives long enough to gain what it costs to optimise
 * them, which is a seventh of what it takes to look at a screen. Measurements have the browser as it is for people.
 */
export const scriptSwitches: readonly string[] = process.env['VITEST']
  ? ['--js-flags=--no-opt --no-maglev']
  : []

/**
 * The browser for tests and demo: the one E2E_CHROMIUM names, else the one that an npm package brings (Linux
 * on x64), else a Chrome, Edge or Chromium of this computer. Undefined when there is none.
 */
export async function findChromium(): Promise<Chromium | undefined> {
  const named = process.env['E2E_CHROMIUM']
  if (named) return { executable: named, headlessOnly: false }
  if (process.platform === 'linux' && process.arch === 'x64')
    return { executable: await packagedChromium(), headlessOnly: true }
  return installedChromium()
}

/** A Chrome, Edge or Chromium of this computer, which can be shown where there is a display. */
export function installedChromium(): Chromium | undefined {
  const executable = places().find((place) => existsSync(place))
  return executable === undefined ? undefined : { executable, headlessOnly: false }
}

/**
 * Unpacks the package's browser into the system's folder for temporary files, once per version and user. It is renamed
 * into place when it is whole, so that several that unpack at once do no harm.
 */
async function packagedChromium(): Promise<string> {
  const packageFile = findPackageJSON('@sparticuz/chromium', import.meta.url)
  if (!packageFile) throw new Error('@sparticuz/chromium is not installed: npm ci')
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const place = join(tmpdir(), `bulk-sign-in-chromium-${version}-${userInfo().uid}`)
  if (existsSync(place)) return join(place, 'chromium')

  const unpacking = await mkdtemp(`${place}-`)
  // The package unpacks into what os.tmpdir() says: a process of its own can be told another one.
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
      env: { ...process.env, TMPDIR: unpacking },
    })
    await rename(unpacking, place)
  } catch (error) {
    await removeFolder(unpacking)
    if (!existsSync(place)) throw error
  }
  return join(place, 'chromium')
}

function places(): readonly string[] {
  const { env, platform } = process
  if (platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  if (platform === 'win32') {
    const roots = [env['LOCALAPPDATA'], env['ProgramFiles'], env['ProgramFiles(x86)']]
    return roots.flatMap((root) =>
      root
        ? [
            join(root, 'Google/Chrome/Application/chrome.exe'),
            join(root, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    )
  }
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser']
  return (env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
}
