import { join } from 'node:path'
import type { CacheTrouble, Cipher, TokenCache } from '../../core/auth/token-cache.ts'
import { tokenFile } from '../../core/auth/token-file.ts'
import type { Clock } from '../../core/clock/clock.ts'
import { fileLock } from './file-lock.ts'
import type { KeySafe } from './key-safe.ts'
import { type KeyringCipher, keyringCipher } from './keyring-cipher.ts'
import { hasBytes, sharedTokenCache } from './shared-token-cache.ts'

/** What the terminal keeps of sign-ins, and where. Its files are not those of the window. */
export type TokenStorage = {
  readonly cache: TokenCache
  /** The file without encryption, when that is where sign-ins are kept. */
  readonly unencryptedFile: string | undefined
  /** Where a sign-in would be kept. May ask the keyring, and have it keep a key. */
  place(): Promise<TokenPlace>
  /** Why what is stored cannot be opened now; undefined when nothing is, or when it can. */
  blocked(): Promise<unknown>
  /** Forgets everything, also what cannot be read, and the key. Rejects as the file system does. */
  erase(): Promise<void>
}

type TokenPlace =
  | { readonly kind: 'keyring'; readonly name: string }
  | { readonly kind: 'unencrypted'; readonly file: string }
  /** Until the command ends, because there is no keyring; `trouble` is the outcome of asking it. */
  | { readonly kind: 'memory'; readonly trouble: unknown }
  /** Until the command ends, because the disk did not take it; the trouble has been reported. */
  | { readonly kind: 'unwritten' }

/**
 * Sign-ins are kept encrypted, except where somebody has asked for a file without encryption: then that file is
 * used as long as it is there. `mixed` when that is asked for while others are kept encrypted.
 */
export async function openTokenStorage(options: {
  readonly dataDirectory: string
  readonly safe: KeySafe
  readonly clock: Clock
  readonly storeUnencrypted: boolean
  readonly onTrouble: (trouble: CacheTrouble) => void
}): Promise<TokenStorage | 'mixed'> {
  const { dataDirectory, safe, clock, storeUnencrypted, onTrouble } = options
  const sealed = tokenFile(join(dataDirectory, 'cli-tokens'))
  const plainFile = join(dataDirectory, 'cli-tokens-unencrypted')
  const plain = tokenFile(plainFile)
  const alone = fileLock(join(dataDirectory, 'cli-tokens.lock'), clock)
  const isPlain = storeUnencrypted || (await hasBytes(plain))
  if (storeUnencrypted && (await hasBytes(sealed))) return 'mixed'

  const keyring = keyringCipher(safe, alone)
  const store = isPlain ? plain : sealed
  let isWritten = true
  const cache = sharedTokenCache({
    store,
    cipher: isPlain ? plainText : keyring,
    alone,
    onTrouble(trouble) {
      if (trouble.kind === 'notWritten') isWritten = false
      onTrouble(trouble)
    },
  })
  return {
    cache,
    unencryptedFile: isPlain ? plainFile : undefined,
    async place() {
      if (!isWritten) return { kind: 'unwritten' }
      if (isPlain) return { kind: 'unencrypted', file: plainFile }
      return (await cache.kind()) === 'encrypted'
        ? { kind: 'keyring', name: safe.name }
        : { kind: 'memory', trouble: keyring.trouble() }
    },
    blocked: async () => (!isPlain && (await hasBytes(sealed)) ? whyBlocked(cache, keyring) : undefined),
    async erase() {
      for (const one of [plain, sealed]) await one.remove()
      // It opens nothing any more; where there is no keyring, there is none to forget.
      await safe.forget().catch(() => undefined)
    },
  }
}

async function whyBlocked(cache: TokenCache, keyring: KeyringCipher): Promise<unknown> {
  return (await cache.kind()) === 'memory' ? keyring.trouble() : undefined
}

const plainText: Cipher = {
  available: async () => true,
  encrypt: async (words) => new TextEncoder().encode(words),
  decrypt: async (bytes) => ({ text: new TextDecoder().decode(bytes), reencrypt: false }),
}
