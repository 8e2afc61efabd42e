import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { renewUpdateInfo } from '../../packaging/update-info.ts'
import { removeFolder } from '../support/remove-folder.ts'

const folder = await mkdtemp(join(tmpdir(), 'update-info-'))
afterAll(() => removeFolder(folder))

const installers = ['app-1.0.0-win-x64-setup.exe', 'app-1.0.0-win-arm64-setup.exe']

test('what installed apps are told of an update fits the signed installers, and nothing else of it changes', async () => {
  for (const name of installers) {
    await writeFile(join(folder, name), `${name} `.repeat(5_000))
    await writeFile(join(folder, `${name}.blockmap`), 'that of the unsigned installer')
  }
  await writeFile(join(folder, 'app-1.0.0-win-x64-portable.exe'), 'has no block map')
  await writeFile(join(folder, 'builder-debug.yml'), 'nothing: of this')
  await writeFile(join(folder, 'latest.yml'), latest)
  for (const name of installers) await appendFile(join(folder, name), 'a signature')
  await renewUpdateInfo(folder)

  const told = await readFile(join(folder, 'latest.yml'), 'utf8')
  const sums = await Promise.all(installers.map(sizeAndHash))
  expect(parse(told)).toEqual({
    version: '1.0.0',
    files: installers.map((url, at) => ({ url, ...sums[at] })),
    path: installers[0],
    sha512: sums[0]?.sha512,
    releaseDate: '2026-11-28T13:35:15.621Z',
  })
  // Without the quotation marks electron-updater would read a date.
  expect(told).toContain("releaseDate: '2026-11-28T13:35:15.621Z'")
  for (const [at, name] of installers.entries()) {
    const map = JSON.parse(gunzipSync(await readFile(join(folder, `${name}.blockmap`))).toString()) as {
      readonly files: readonly { readonly sizes: readonly number[] }[]
    }
    expect(map.files[0]?.sizes.reduce((sum, size) => sum + size, 0)).toBe(sums[at]?.size)
  }
})

test('an installer that is named and not there ends the release', async () => {
  await writeFile(join(folder, 'latest.yml'), latest.replaceAll('x64-setup', 'x86-setup'))
  await expect(renewUpdateInfo(folder)).rejects.toThrow('latest.yml names app-1.0.0-win-x86-setup.exe')
})

const latest = `version: 1.0.0
files:
  - url: app-1.0.0-win-x64-setup.exe
    sha512: b2xk
    size: 1
  - url: app-1.0.0-win-arm64-setup.exe
    sha512: b2xk
    size: 2
path: app-1.0.0-win-x64-setup.exe
sha512: b2xk
releaseDate: '2026-11-28T13:35:15.621Z'
`

async function sizeAndHash(name: string): Promise<{ readonly size: number; readonly sha512: string }> {
  const bytes = await readFile(join(folder, name))
  return { size: bytes.length, sha512: createHash('sha512').update(bytes).digest('base64') }
}
