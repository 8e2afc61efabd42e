import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KeySafe } from '../../../src/cli/tokens/key-safe.ts'
import { openTokenStorage, type TokenStorage } from '../../../src/cli/tokens/token-storage.ts'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { cacheEntry } from '../../support/cache-entry.ts'
import { memorySafe } from '../../support/memory-safe.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let dataDirectory: string
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'token-storage-'))
})
afterEach(() => removeFolder(dataDirectory))

const troubles: string[] = []
const tryOpen = (safe: KeySafe, storeUnencrypted = false): ReturnType<typeof openTokenStorage> =>
  openTokenStorage({
    dataDirectory,
    safe,
    clock: systemClock,
    storeUnencrypted,
    onTrouble: ({ kind }) => troubles.push(kind),
  })

async function open(safe: KeySafe, storeUnencrypted = false): Promise<TokenStorage> {
  const storage = await tryOpen(safe, storeUnencrypted)
  if (storage === 'mixed') throw new Error('Not mixed')
  return storage
}

const silent = (): KeySafe => ({ ...memorySafe(), load: () => Promise.reject(new Error('no D-Bus')) })

describe('what a terminal keeps', () => {
  test('is encrypted with a key in the keyring', async () => {
    const safe = memorySafe()
    const storage = await open(safe)
    expect(await storage.place()).toEqual({ kind: 'keyring', name: safe.name })
    await storage.cache.put(cacheEntry('oslo', '{"secret":"MARKED"}'))
    expect(await readdir(dataDirectory)).toEqual(['cli-tokens'])
    expect(await readFile(join(dataDirectory, 'cli-tokens'), 'latin1')).not.toMatch(/MARKED|oslo/)
    expect(await (await open(safe)).cache.entries()).toHaveLength(1)
  })

  test('is not kept where the keyring does not answer, and the reason is known', async () => {
    const storage = await open(silent())
    await storage.cache.put(cacheEntry('oslo'))
    expect(await storage.place()).toMatchObject({ kind: 'memory', trouble: { message: 'no D-Bus' } })
    expect(await storage.blocked()).toBeUndefined()
    expect(await readdir(dataDirectory)).toEqual([])
  })

  test('and cannot be opened now is left alone, and known to be there', async () => {
    const safe = memorySafe()
    await (await open(safe)).cache.put(cacheEntry('oslo'))
    const storage = await open(silent())
    expect(await storage.cache.entries()).toEqual([])
    expect(await storage.blocked()).toMatchObject({ message: 'no D-Bus' })
    expect(await (await open(safe)).cache.entries()).toHaveLength(1)
  })

  test('and whose key is gone is put aside, and made anew by the next sign-in', async () => {
    await (await open(memorySafe())).cache.put(cacheEntry('oslo'))
    const other = memorySafe()
    expect(await (await open(other)).cache.entries()).toEqual([])
    expect(troubles).toContain('unreadable')
    await (await open(other)).cache.put(cacheEntry('bergen'))
    expect(await (await open(other)).cache.entries()).toHaveLength(1)
    expect(await readdir(dataDirectory)).toEqual(['cli-tokens'])
  })

  test('in clear, once asked for, is where later commands look, until it is gone', async () => {
    await (await open(memorySafe(), true)).cache.put(cacheEntry('oslo'))
    const file = join(dataDirectory, 'cli-tokens-unencrypted')
    const later = await open(silent())
    expect(later.unencryptedFile).toBe(file)
    expect(await later.place()).toEqual({ kind: 'unencrypted', file })
    expect(await later.cache.entries()).toHaveLength(1)
    await later.cache.remove(cacheEntry('oslo').account.id)
    expect((await open(memorySafe())).unencryptedFile).toBeUndefined()
  })

  test('encrypted is not mixed with clear text', async () => {
    const safe = memorySafe()
    await (await open(safe)).cache.put(cacheEntry('oslo'))
    expect(await tryOpen(safe, true)).toBe('mixed')
  })

  test('can be erased as a whole, with the key, also where it cannot be read', async () => {
    const safe = memorySafe()
    await (await open(safe)).cache.put(cacheEntry('oslo'))
    await (await open(silent())).erase()
    expect(await readdir(dataDirectory)).toEqual([])
    await (await open(safe)).erase()
    expect(safe.key).toBeUndefined()
  })
})
