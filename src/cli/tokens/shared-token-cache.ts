import { sameOwner } from '../../core/auth/cache-document.ts'
import {
  type CacheKind,
  type CacheTrouble,
  type Cipher,
  createTokenCache,
  type TokenCache,
  type TokenStore,
} from '../../core/auth/token-cache.ts'
import type { FileLock } from './file-lock.ts'

/**
 * A token cache that several processes share: every question reads the file, every change reads it, changes it
 * and writes it under the lock. So a sign-out or sign-in in one terminal counts at once in a run that another
 * one watches. Without a file, the keyring is not asked. If nothing can be stored, the cache
 * lasts as long as the process.
 */
export function sharedTokenCache(options: {
  readonly store: TokenStore
  readonly cipher: Cipher
  readonly alone: FileLock
  readonly onTrouble: (trouble: CacheTrouble) => void
}): TokenCache {
  const { store, cipher, alone, onTrouble } = options
  /** Of this process alone: without encryption, or when the disk does not take it. */
  let own: TokenCache | undefined
  let kind: Promise<CacheKind> | undefined

  function fromFile(): TokenCache {
    const cache = createTokenCache({
      store,
      cipher,
      onTrouble(trouble) {
        if (trouble.kind === 'notWritten') own ??= cache
        onTrouble(trouble)
      },
    })
    return cache
  }

  async function findKind(): Promise<CacheKind> {
    const cache = fromFile()
    const found = await cache.kind()
    if (found === 'memory') own = cache
    return found
  }

  // Before any lock: the keyring may wait for a person, and may want the lock itself.
  const opened = (): Promise<CacheKind> => {
    kind ??= findKind()
    return kind
  }

  async function change<Value>(work: (cache: TokenCache) => Promise<Value>): Promise<Value> {
    await opened()
    return own ? work(own) : alone(() => work(own ?? fromFile()))
  }

  return {
    kind: opened,
    async entries() {
      if (own) return own.entries()
      if (!(await hasBytes(store))) return []
      await opened()
      return (own ?? fromFile()).entries()
    },
    put: (entry) => change((cache) => cache.put(entry)),
    replace: (before, after) =>
      change(async (cache) => {
        const entries = await cache.entries()
        const current = entries.find((one) => sameOwner(one, before) && one.content === before.content)
        return current && cache.replace(current, after)
      }),
    remove: (accountId) => change((cache) => cache.remove(accountId)),
  }
}

/** An unreadable cache counts as present: the cache itself says what is wrong with it. */
export const hasBytes = (store: Pick<TokenStore, 'read'>): Promise<boolean> =>
  store.read().then(
    (bytes) => bytes !== undefined,
    () => true,
  )
