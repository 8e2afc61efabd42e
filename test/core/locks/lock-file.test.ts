import type * as FileSystem from 'node:fs/promises'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test, vi } from 'vitest'
import { createLocks, locks } from '../../../src/core/locks/lock-file.ts'
import { thisProcess } from '../../../src/core/locks/this-process.ts'
import { prototypeOfHandles } from '../../support/file-handles.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const folder = vi.hoisted(() => ({ isReadOnly: false }))
const denied = () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>()
  return {
    ...real,
    link: () => Promise.reject(new Error('ENOTSUP')),
    open: (...of: Parameters<typeof real.open>) => {
      const makes = typeof of[1] === 'number' && (of[1] & real.constants.O_CREAT) !== 0
      return folder.isReadOnly && makes ? denied() : real.open(...of)
    },
  }
})

test('a lock that a full disk without links cannot hold holds up nobody', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lock-file-'))
  const file = join(directory, 'lock')
  const full = vi.spyOn(await prototypeOfHandles(), 'writeFile').mockRejectedValue(new Error('ENOSPC'))
  try {
    await expect(locks.take(file, Date.now())).rejects.toThrow('ENOSPC')
    full.mockRestore()
    expect(await locks.standing(file)).toBeUndefined()
    const lock = await locks.take(file, Date.now())
    expect(lock).toBeDefined()
    await lock?.release()
    expect(await readdir(directory)).toEqual([])
  } finally {
    full.mockRestore()
    await removeFolder(directory)
  }
})

test('where there are no links, one of several that want a lock at the same moment has it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lock-file-'))
  const file = join(directory, 'lock')
  try {
    const own = await thisProcess()
    const makers = [1, 2, 3, 4].map((pid) =>
      createLocks(
        async () => ({ ...own, pid }),
        async () => ({ started: own.started }),
      ),
    )
    for (let turn = 0; turn < 20; turn++) {
      const taken = (await Promise.all(makers.map(({ take }) => take(file, Date.now())))).filter(
        (lock) => lock,
      )
      expect(taken).toHaveLength(1)
      await taken[0]?.release()
    }
  } finally {
    await removeFolder(directory)
  }
})

test('a folder of Windows that nobody may write to is not taken for a lock of somebody else', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lock-file-'))
  const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {}
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' })
  folder.isReadOnly = true
  try {
    await expect(locks.take(join(directory, 'lock'), Date.now())).rejects.toThrow('EPERM')
  } finally {
    folder.isReadOnly = false
    Object.defineProperty(process, 'platform', platform)
    await removeFolder(directory)
  }
})
