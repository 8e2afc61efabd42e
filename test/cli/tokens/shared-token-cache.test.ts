import { execFile } from 'node:child_process'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fileLock } from '../../../src/cli/tokens/file-lock.ts'
import { sharedTokenCache } from '../../../src/cli/tokens/shared-token-cache.ts'
import type { CacheTrouble, TokenCache } from '../../../src/core/auth/token-cache.ts'
import { tokenFile } from '../../../src/core/auth/token-file.ts'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { keyedCipher, memoryStore } from '../../support/authority/token-safe.ts'
import { cacheEntry } from '../../support/cache-entry.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shared-cache-'))
})
afterEach(() => removeFolder(directory))

const names = (entries: readonly { readonly account: { readonly username: string } }[]): readonly string[] =>
  entries.map(({ account }) => account.username.split('@')[0] ?? '').toSorted()

/** Another command that works with the same file. */
function command(cipher = keyedCipher(), store = tokenFile(join(directory, 'tokens'))): TokenCache {
  const alone = fileLock(join(directory, 'lock'), systemClock)
  return sharedTokenCache({ store, cipher, alone, onTrouble: () => {} })
}

describe('commands that share a file', () => {
  test('see what another one keeps and forgets while they are at work', async () => {
    const cipher = keyedCipher()
    const [watching, other] = [command(cipher), command(cipher)]
    await watching.put(cacheEntry('oslo'))
    await other.put(cacheEntry('bergen'))
    expect(names(await watching.entries())).toEqual(['bergen', 'oslo'])
    await other.remove(cacheEntry('oslo').account.id)
    expect(names(await watching.entries())).toEqual(['bergen'])
    await watching.remove(cacheEntry('bergen').account.id)
    expect(await readdir(directory)).toEqual([])
  })

  test('do not bring back by a renewal who has signed out elsewhere', async () => {
    const cipher = keyedCipher()
    const [watching, other] = [command(cipher), command(cipher)]
    const before = cacheEntry('oslo')
    await watching.put(before)
    await other.remove(before.account.id)
    expect(await watching.replace(before, cacheEntry('oslo', '{"renewed":1}'))).toBeUndefined()
    expect(await other.entries()).toEqual([])
  })

  test('do not undo a sign-in elsewhere by an older renewal', async () => {
    const cipher = keyedCipher()
    const [watching, other] = [command(cipher), command(cipher)]
    const before = cacheEntry('oslo')
    await watching.put(before)
    const signedInAgain = cacheEntry('oslo', '{"new":1}')
    await other.put(signedInAgain)
    expect(await watching.replace(before, cacheEntry('oslo', '{"late":1}'))).toBeUndefined()
    expect(await watching.entries()).toEqual([signedInAgain])
    const renewed = cacheEntry('oslo', '{"renewed":1}')
    expect(await watching.replace(signedInAgain, renewed)).toEqual(renewed)
    expect(await other.entries()).toEqual([renewed])
  })

  test('lose nothing of what they keep at the same time', async () => {
    const cipher = keyedCipher()
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    await Promise.all(all.map((name) => command(cipher).put(cacheEntry(name))))
    expect(names(await command(cipher).entries())).toEqual(all)
    expect(await readdir(directory)).toEqual(['tokens'])
  })

  test('lose nothing as processes of their own either', async () => {
    const script = fileURLToPath(new URL('../../support/put-entries.ts', import.meta.url))
    const groups = [0, 1, 2].map((group) => [0, 1, 2, 3].map((index) => `p${group}${index}`))
    const ended = await Promise.all(
      groups.map((group) => promisify(execFile)(process.execPath, [script, directory, ...group])),
    )
    expect(ended.map(({ stderr }) => stderr)).toEqual(['', '', ''])
    const plain = {
      available: async () => true,
      encrypt: async (text: string) => new TextEncoder().encode(text),
      decrypt: async (bytes: Uint8Array) => ({ text: new TextDecoder().decode(bytes), reencrypt: false }),
    }
    const file = tokenFile(join(directory, 'cli-tokens-unencrypted'))
    expect(names(await command(plain, file).entries())).toEqual(groups.flat())
  })
})

describe('a shared cache', () => {
  test('does not ask for the key as long as nothing is stored', async () => {
    const available = vi.fn(async () => true)
    const cache = command({ ...keyedCipher(), available })
    expect(await cache.entries()).toEqual([])
    expect(available).not.toHaveBeenCalled()
  })

  test('without encryption lasts as long as the command, and writes nothing', async () => {
    const cache = command({ ...keyedCipher(), available: async () => false })
    await cache.put(cacheEntry('oslo'))
    expect(await cache.kind()).toBe('memory')
    expect(names(await cache.entries())).toEqual(['oslo'])
    const renewed = cacheEntry('oslo', '{"renewed":1}')
    expect(await cache.replace(cacheEntry('oslo'), renewed)).toEqual(renewed)
    expect(await cache.entries()).toEqual([renewed])
    expect(await readdir(directory)).toEqual([])
  })

  test('that the disk does not take goes on in memory, and says so', async () => {
    const store = { ...memoryStore(), write: () => Promise.reject(new Error('ENOSPC')) }
    const troubles: CacheTrouble['kind'][] = []
    const cache = sharedTokenCache({
      store,
      cipher: keyedCipher(),
      alone: (work) => work(),
      onTrouble: ({ kind }) => troubles.push(kind),
    })
    await cache.put(cacheEntry('oslo'))
    expect(names(await cache.entries())).toEqual(['oslo'])
    expect(troubles).toEqual(['notWritten'])
  })
})
