import type * as FileSystem from 'node:fs/promises'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createLockFile } from '../../../src/main/locks/lock-file.ts'
import { prototypeOfHandles } from '../../support/file-handles.ts'

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof FileSystem>()),
  link: () => Promise.reject(new Error('ENOTSUP')),
}))

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
