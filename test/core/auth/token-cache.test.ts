import { describe, expect, test } from 'vitest'
import type { CacheEntry } from '../../../src/core/auth/cache-document.ts'
import { type CacheTrouble, createTokenCache } from '../../../src/core/auth/token-cache.ts'
import { keyedCipher, memoryStore } from '../../support/authority/token-safe.ts'

const entry = (id: string, content = '{}'): CacheEntry => ({
  clientId: 'client',
  authorityHost: 'https://login.example',
  account: { id, username: `${id}@contoso.com`, tenantId: 'tenant' },
  content,
})

const idsOf = (entries: readonly CacheEntry[]): readonly string[] => entries.map(({ account }) => account.id)

describe('a token cache', () => {
  test('gives back after a restart what was put into it, and nothing lies in clear meanwhile', async () => {
    const [store, cipher] = [memoryStore(), keyedCipher()]
    await createTokenCache({ store, cipher }).put(entry('oslo', '{"secret":"MARKED"}'))
    expect(Buffer.from(store.bytes ?? []).toString('latin1')).not.toContain('MARKED')
    const later = createTokenCache({ store, cipher })
    expect(await later.entries()).toEqual([entry('oslo', '{"secret":"MARKED"}')])
    expect(await later.kind()).toBe('encrypted')
  })

  test('holds one entry of an account and application', async () => {
    const cache = createTokenCache({ store: memoryStore(), cipher: keyedCipher() })
    const other = { ...entry('oslo'), clientId: 'another client' }
    for (const one of [entry('oslo', '{"a":1}'), other, entry('oslo', '{"b":2}')]) await cache.put(one)
    expect(await cache.entries()).toEqual([other, entry('oslo', '{"b":2}')])
  })

  test('does not change an entry that was removed or replaced meanwhile', async () => {
    const cache = createTokenCache({ store: memoryStore(), cipher: keyedCipher() })
    const before = entry('oslo')
    await cache.put(before)
    const after = { ...before, content: '{"renewed":true}' }
    expect(await cache.replace(before, after)).toBe(after)
    expect(await cache.replace(before, entry('oslo', '{"late":true}'))).toBeUndefined()
    await cache.remove('oslo')
    expect(await cache.replace(after, before)).toBeUndefined()
    expect(await cache.entries()).toEqual([])
  })

  test('writes one after the other, the last with everything, however the calls interleave', async () => {
    const [store, cipher] = [memoryStore(), keyedCipher()]
    let open = 0
    let most = 0
    const write = store.write
    store.write = async (bytes) => {
      open += 1
      most = Math.max(most, open)
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
      await write(bytes)
      open -= 1
    }
    const cache = createTokenCache({ store, cipher })
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => cache.put(entry(id))))
    await Promise.all([cache.remove('b'), cache.put(entry('e'))])
    expect(most).toBe(1)
    expect(idsOf(await createTokenCache({ store, cipher }).entries())).toEqual(['a', 'c', 'd', 'e'])
  })

  test('has no file left when nobody is left', async () => {
    const store = memoryStore()
    const cache = createTokenCache({ store, cipher: keyedCipher() })
    await cache.put(entry('oslo'))
    await cache.remove('oslo')
    expect(store.bytes).toBeUndefined()
  })

  test('is written anew when the key has changed', async () => {
    const [store, cipher] = [memoryStore(), keyedCipher()]
    await createTokenCache({ store, cipher }).put(entry('oslo'))
    const old = store.bytes
    const changed = {
      ...cipher,
      decrypt: async (bytes: Uint8Array) => ({ ...(await cipher.decrypt(bytes)), reencrypt: true }),
    }
    await createTokenCache({ store, cipher: changed }).entries()
    expect(store.bytes).not.toEqual(old)
    expect(idsOf(await createTokenCache({ store, cipher }).entries())).toEqual(['oslo'])
  })
})

describe('a store that is no use', () => {
  const cipher = keyedCipher()
  const encrypted = (text: string): Promise<Uint8Array> => cipher.encrypt(text)

  test.each<[what: string, bytes: () => Promise<Uint8Array>]>([
    ['empty', async () => new Uint8Array()],
    ['torn', async () => (await encrypted('{"format":"x"}')).subarray(0, 20)],
    ['foreign', async () => new TextEncoder().encode('PK\u0003\u0004 a zip file')],
    ['of another user or machine', () => keyedCipher().encrypt('{}')],
    ['no JSON inside', () => encrypted('not JSON')],
    [
      'of another format inside',
      () => encrypted('{"format":"sip-gateway-bulk-sign-in/tokens/2","entries":[]}'),
    ],
    [
      'torn inside an entry',
      () =>
        encrypted(
          JSON.stringify({
            format: 'sip-gateway-bulk-sign-in/tokens/1',
            entries: [entry('oslo', '{"Account":')],
          }),
        ),
    ],
  ])('(%s) is an empty cache: put aside, reported, and written over', async (_, bytes) => {
    const store = memoryStore(await bytes())
    const troubles: CacheTrouble['kind'][] = []
    const cache = createTokenCache({ store, cipher, onTrouble: ({ kind }) => troubles.push(kind) })
    expect(await cache.entries()).toEqual([])
    expect(troubles).toEqual(['unreadable'])
    expect(store.aside).toBeDefined()
    await cache.put(entry('oslo'))
    expect(idsOf(await createTokenCache({ store, cipher }).entries())).toEqual(['oslo'])
  })

  test('(unreadable, and not to be put aside either) is an empty cache', async () => {
    const refuse = (): Promise<never> => Promise.reject(new Error('EACCES'))
    const store = { ...memoryStore(), read: refuse, setAside: refuse }
    expect(await createTokenCache({ store, cipher }).entries()).toEqual([])
  })

  test('(full disk) keeps the sign-in in memory and says so', async () => {
    const store = { ...memoryStore(), write: () => Promise.reject(new Error('ENOSPC')) }
    const troubles: CacheTrouble['kind'][] = []
    const cache = createTokenCache({ store, cipher, onTrouble: ({ kind }) => troubles.push(kind) })
    await cache.put(entry('oslo'))
    expect(idsOf(await cache.entries())).toEqual(['oslo'])
    expect(troubles).toEqual(['notWritten'])
  })

  test('(full disk) is erased as a whole rather than keeping somebody who signed out', async () => {
    const store = memoryStore()
    const cache = createTokenCache({ store, cipher })
    await cache.put(entry('oslo'))
    await cache.put(entry('bergen'))
    store.write = () => Promise.reject(new Error('ENOSPC'))
    await cache.remove('oslo')
    expect(store.bytes).toBeUndefined()
    expect(idsOf(await cache.entries())).toEqual(['bergen'])
  })

  test('(cannot be erased) is reported at a sign-out', async () => {
    const store = memoryStore()
    const troubles: CacheTrouble['kind'][] = []
    const cache = createTokenCache({ store, cipher, onTrouble: ({ kind }) => troubles.push(kind) })
    await cache.put(entry('oslo'))
    store.remove = () => Promise.reject(new Error('EPERM'))
    await cache.remove('oslo')
    expect(troubles).toContain('notErased')
  })
})

describe('without encryption', () => {
  const cannot = { ...keyedCipher(), available: async () => false }

  test('the cache is in memory only, and says so', async () => {
    const store = memoryStore()
    const cache = createTokenCache({ store, cipher: cannot })
    await cache.put(entry('oslo'))
    expect(await cache.kind()).toBe('memory')
    expect(idsOf(await cache.entries())).toEqual(['oslo'])
    expect(store.bytes).toBeUndefined()
    expect(await createTokenCache({ store, cipher: cannot }).entries()).toEqual([])
  })

  test('a question that fails counts as no', async () => {
    const broken = { ...keyedCipher(), available: () => Promise.reject(new Error('no keyring')) }
    expect(await createTokenCache({ store: memoryStore(), cipher: broken }).kind()).toBe('memory')
  })

  test('an older store is left alone, until somebody signs out', async () => {
    const [store, cipher] = [memoryStore(), keyedCipher()]
    await createTokenCache({ store, cipher }).put(entry('oslo'))
    const cache = createTokenCache({ store, cipher: { ...cipher, available: async () => false } })
    await cache.put(entry('oslo'))
    expect(idsOf(await createTokenCache({ store, cipher }).entries())).toEqual(['oslo'])
    await cache.remove('oslo')
    expect(store.bytes).toBeUndefined()
  })
})
