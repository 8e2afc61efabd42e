import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'
import type { TestProject } from 'vitest/node'
import type { Figure } from '../../bench/figure.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { makeElectronFolder } from './electron-folder.ts'
import { measure } from './sizes.ts'

/** What the specs of this project are about. All of it goes when they are done. */
export type Packed = {
  /** The folders of the packed app, as an installer would put them on the disk. */
  readonly win: string
  readonly linux: string
  /** The files of the asar of the first. */
  readonly extracted: string
  readonly figures: readonly Figure[]
}

declare module 'vitest' {
  export interface ProvidedContext {
    packed: Packed
  }
}

/**
 * Packs what is built, for Windows and Linux, with an Electron that is none: no network, no wine, nothing signed.
 * Prints one JSON line a figure.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'package-'))
  const remove = (): Promise<void> => removeFolder(scratch)
  try {
    const begun = performance.now()
    const [win, linux] = await Promise.all([pack(scratch, 'win'), pack(scratch, 'linux')])
    const seconds = (performance.now() - begun) / 1000
    const extracted = join(scratch, 'extracted')
    extractAll(join(win, 'resources/app.asar'), extracted)

    const figures = [
      ...measure(win),
      { name: 'package: both folders packed', value: Math.round(seconds * 10) / 10, unit: 's', limit: null },
    ]
    for (const figure of figures) console.log(JSON.stringify(figure))
    project.provide('packed', { win, linux, extracted, figures })
    return remove
  } catch (error) {
    await remove()
    throw error
  }
}

const root = resolve(import.meta.dirname, '../../..')

async function pack(scratch: string, platform: 'win' | 'linux'): Promise<string> {
  const electron = join(scratch, `electron-${platform}`)
  await makeElectronFolder(electron, platform)
  const args = [
    join(root, 'node_modules/electron-builder/cli.js'),
    ...[`--${platform}`, '--x64', '--dir', '--publish', 'never'],
    ...['--config', 'packaging/electron-builder.config.ts'],
    `-c.electronDist=${electron}`,
    `-c.directories.output=${scratch}`,
  ]
  await promisify(execFile)(process.execPath, args, { cwd: root, env: plainEnvironment() })
  return join(scratch, `${platform}-unpacked`)
}

/** What a workflow would sign or publish with is none of this check's. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(AZURE_|CSC_|WIN_CSC_|GITHUB_|GH_)/.test(name)),
  )
}
