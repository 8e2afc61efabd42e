import type * as FileSystem from 'node:fs/promises'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test, vi } from 'vitest'
import { createLockFile } from '../../../src/main/locks/lock-file.ts'
import { prototypeOfHandles } from '../../support/file-handles.ts'

const folder = vi.hoisted(() => ({ isReadOnly: false }))
const denied = () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>()
  return {
    ...real,
    link: () => Promise.reject(new Error('ENOTSUP')),
    open: (...of: Parameters<typeof real.open>) => (folder.isReadOnly ? denied() : real.open(...of)),
    writeFile: (...of: Parameters<typeof real.writeFile>) =>
      folder.isReadOnly ? denied() : real.writeFile(...of),
  }
})

test('a lock that a full disk without links cannot hold is not left there half made: nobody holds it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lock-file-'))
  const file = join(directory, 'lock')
  const full = vi.spyOn(await prototypeOfHandles(), 'writeFile').mockRejectedValue(new Error('ENOSPC'))
  try {
    await expect(createLockFile(file)).rejects.toThrow('ENOSPC')
    expect(await readdir(directory)).toEqual([])
    full.mockRestore()
    expect(await createLockFile(file)).toBe(true)
  } finally {
    full.mockRestore()
    await rm(directory, { recursive: true })
  }
})

test('a folder of Windows that nobody may write to is not taken for a lock of somebody else', async () => {
  const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {}
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' })
  folder.isReadOnly = true
  try {
    await expect(createLockFile(join(tmpdir(), 'read-only', 'lock'))).rejects.toThrow('EPERM')
  } finally {
    folder.isReadOnly = false
    Object.defineProperty(process, 'platform', platform)
  }
})
