import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { removeFolder } from '../support/remove-folder.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

const turns = 15
const program = join(import.meta.dirname, 'start-main.ts')

/**
 * What the main process takes of the processor's time before the window is made, with the settings of an earlier start: the
 * stand-in for Electron is loaded before, and no browser is started. `appFolder` has package.json and `out`.
 */
export async function benchMain(appFolder = resolve('.')): Promise<readonly Figure[]> {
  const userData = await mkdtemp(join(tmpdir(), 'main-bench-'))
  try {
    await start(appFolder, userData)
    const loaded: number[] = []
    const whole: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      const took = await start(appFolder, userData)
      loaded.push(took.loaded)
      whole.push(took.loaded + took.run)
    }
    return [
      {
        name: 'main: start until the window is made',
        value: rounded(median(whole)),
        unit: 'ms of CPU',
        limit: 50,
      },
      {
        name: 'main: of it, loading its code',
        value: rounded(median(loaded)),
        unit: 'ms of CPU',
        limit: null,
      },
    ]
  } finally {
    await removeFolder(userData)
  }
}

async function start(
  appFolder: string,
  userData: string,
): Promise<{ readonly loaded: number; readonly run: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, appFolder, userData], {
    // No cache of compiled code: nobody who uses the app has one.
    env: { ...process.env, NODE_COMPILE_CACHE: undefined },
  })
  return JSON.parse(stdout)
}

const rounded = (value: number): number => Math.round(value * 10) / 10
