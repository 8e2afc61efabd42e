import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canNotify } from '../../../src/main/composition/can-notify.ts'
import { here, testWith } from '../../support/here.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const app = (exe: string, isPackaged = true) => ({ isPackaged, getPath: () => exe })

test('the portable program, and what an MSI has installed, show no notification on Windows', async () => {
  const exe = join(import.meta.dirname, 'app.exe')
  const portable = { platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'D:\\app.exe' } } as const
  expect(await canNotify(app(exe), portable)).toBe(false)
  expect(await canNotify(app(exe), { platform: 'win32', env: {} })).toBe(false)
})

test('elsewhere, and from the sources, they are shown', async () => {
  expect(await canNotify(app('/opt/app/app'), { platform: 'linux', env: {} })).toBe(true)
  expect(await canNotify(app('C:\\app.exe', false), { platform: 'win32', env: {} })).toBe(true)
})

testWith(here.windows)('what the installer has installed for one person shows them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'installed-'))
  await writeFile(join(folder, 'Uninstall SIP Gateway Bulk Sign-in.exe'), '')
  const exe = join(folder, 'app.exe')
  expect(await canNotify(app(exe), { platform: 'win32', env: {} })).toBe(true)
  const env = { ProgramFiles: tmpdir() }
  expect(await canNotify(app(exe), { platform: 'win32', env })).toBe(false)
  await removeFolder(folder)
})
