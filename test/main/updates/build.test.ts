import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeBuild } from '../../../src/main/updates/build.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'))
  await writeFile(join(folder, 'app-update.yml'), '')
})
afterEach(() => removeFolder(folder))

const describeWith = (more: Partial<Parameters<typeof describeBuild>[0]> = {}) =>
  describeBuild({
    platform: 'win32',
    env: {},
    // win32.dirname takes both kinds of slashes.
    exe: `${folder}/SIP Gateway Bulk Sign-in.exe`,
    feedFile: join(folder, 'app-update.yml'),
    ...more,
  })
const install = () => writeFile(join(folder, 'Uninstall SIP Gateway Bulk Sign-in.exe'), '')

test('what the installer has set up has its uninstaller beside it', async () => {
  await install()

  expect(await describeWith()).toBe('installed')
})

test('what came in an MSI or a ZIP has none', async () => {
  expect(await describeWith()).toBe('managed-install')
  expect(await describeWith({ exe: `${folder}/nowhere/app.exe` })).toBe('managed-install')
})

test('what is in the folder of programs is for all users', async () => {
  await install()

  expect(await describeWith({ env: { ProgramFiles: folder } })).toBe('all-users')
  expect(await describeWith({ env: { ProgramFiles: `${folder}-other` } })).toBe('installed')
})

test('the portable file says what it is, also beside an uninstaller', async () => {
  await install()

  expect(await describeWith({ env: { PORTABLE_EXECUTABLE_FILE: 'E:\\app.exe' } })).toBe('portable')
})

test.each(['linux', 'darwin'] as const)('on %s nothing is installed', async (platform) => {
  await install()

  expect(await describeWith({ platform })).toBe('system')
})

test('without app-update.yml nobody has published it', async () => {
  await install()

  expect(await describeWith({ feedFile: join(folder, 'none.yml') })).toBeUndefined()
})
