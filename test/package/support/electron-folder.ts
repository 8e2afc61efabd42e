import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fuseWire } from './fuse-wire.ts'
import { windowsExecutable } from './windows-executable.ts'

/** Puts a folder there that packaging takes for an unpacked Electron. Nothing in it runs. */
export async function makeElectronFolder(folder: string, platform: 'win' | 'linux'): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  for (const locale of ['en-US', 'en-GB', 'de']) await writeFile(join(folder, 'locales', `${locale}.pak`), '')
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron')
  if (platform === 'win') await writeFile(join(folder, 'electron.exe'), windowsExecutable())
  else await writeFile(join(folder, 'electron'), fuseWire(), { mode: 0o755 })
}
