import { type CacheEntry, readDocument, sameOwner, writeDocument } from './cache-document.ts'

/** Where the encrypted bytes lie; see tokenFile. */
export type TokenStore = {
  /** undefined when there are none. */
  read(): Promise<Uint8Array | undefined>
  /** All or nothing. */
  write(bytes: Uint8Array): Promise<void>
  /** Moves an unreadable file out of the way. */
  setAside(): Promise<void>
  /** Everything, also what was set aside. */
  remove(): Promise<void>
}

/** Electron's safeStorage, or a keyring. */
export type Cipher = {
  available(): Promise<boolean>
  encrypt(text: string): Promise<Uint8Array>
  /** `reencrypt`: the key has changed, so the bytes should be written again. */
  decrypt(bytes: Uint8Array): Promise<{ readonly text: string; readonly reencrypt: boolean }>
}

export type CacheTrouble = {
  /** The words for each are text.signIn.cache. */
  readonly kind: 'unreadable' | 'notWritten' | 'notErased'
  readonly cause: unknown
}

/** `memory`: nothing is written, because there is no encryption here. */
export type CacheKind = 'encrypted' | 'memory'

/** The stored sign-ins. They outlast the app where they can be encrypted. One process to a store. */
export type TokenCache = {
  kind(): Promise<CacheKind>
  entries(): Promise<readonly CacheEntry[]>
  /** Adds the entry, in the place of an older one of the same account and application. */
  put(entry: CacheEntry): Promise<void>
  /** Replaces an entry that is still as it was, and answers the new one; undefined if it was changed or removed. */
  replace(before: CacheEntry, after: CacheEntry): Promise<CacheEntry | undefined>
  /** Forgets the account; resolves once the store has forgotten it too. */
  remove(accountId: string): Promise<void>
}

/**
 * Keeps one entry for each account. In MSAL's one cache for all, tenants share a refresh token, and removeAccount signs
 * a person out of every tenant at once. A store that is missing, torn, foreign or cannot be decrypted counts as an
 * empty cache. Never rejects; reports trouble.
 */
export function createTokenCache(options: {
  readonly store: TokenStore
  readonly cipher: Cipher
  readonly onTrouble?: (trouble: CacheTrouble) => void
}): TokenCache {
  const { store, cipher, onTrouble } = options
  let entries: readonly CacheEntry[] = []
  let loading: Promise<CacheKind> | undefined
  let writing: Promise<void> = Promise.resolve()

  const opened = (): Promise<CacheKind> => {
    loading ??= load()
    return loading
  }

  async function load(): Promise<CacheKind> {
    const isAvailable = await cipher.available().catch(() => false)
    if (!isAvailable) return 'memory'
    try {
      const bytes = await store.read()
      if (!bytes) return 'encrypted'
      const { text, reencrypt } = await cipher.decrypt(bytes)
      entries = await readDocument(text)
      if (reencrypt) await save()
    } catch (cause) {
      onTrouble?.({ kind: 'unreadable', cause })
      await store.setAside().catch(() => undefined)
    }
    return 'encrypted'
  }

  /** Writes take turns, and each writes the latest state. */
  function inTurn(kind: CacheTrouble['kind'], write: () => Promise<void>): Promise<boolean> {
    const outcome = writing.then(write).then(
      () => true,
      (cause: unknown) => {
        onTrouble?.({ kind, cause })
        return false
      },
    )
    writing = outcome.then(() => undefined)
    return outcome
  }

  const save = (): Promise<boolean> =>
    inTurn('notWritten', async () =>
      entries.length === 0 ? store.remove() : store.write(await cipher.encrypt(writeDocument(entries))),
    )

  const erase = (): Promise<boolean> => inTurn('notErased', () => store.remove())

  return {
    kind: opened,
    async entries() {
      await opened()
      return entries
    },
    async put(entry) {
      const kind = await opened()
      entries = [...entries.filter((one) => !sameOwner(one, entry)), entry]
      if (kind === 'encrypted') await save()
    },
    async replace(before, after) {
      const kind = await opened()
      if (!entries.includes(before)) return undefined
      entries = entries.map((one) => (one === before ? after : one))
      if (kind === 'encrypted') await save()
      return after
    },
    async remove(accountId) {
      const kind = await opened()
      entries = entries.filter((one) => one.account.id !== accountId)
      // A store that cannot be rewritten without the account must not keep it.
      if (kind === 'memory' || !(await save())) await erase()
    },
  }
}
