import type { SafeStorage } from 'electron'
import type { Cipher } from '../../core/auth/token-cache.ts'
import type { EncryptionCheck } from '../../shared/encryption-check.ts'

/** Encryption by the system's own store, and what came of trying it. */
export type SystemCipher = Cipher & {
  /** As it is known so far. */
  check(): EncryptionCheck
}

/**
 * Encryption by the system's own store, once a round trip has shown that it works. On Linux without a keyring, Chromium
 * encrypts with a key that everybody knows, and still calls that available. Its ciphertext then begins with `v10`
 * (components/os_crypt/async/browser/posix_key_provider.cc). No name of a desktop or backend tells it.
 */
export function safeStorageCipher(
  safeStorage: Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>,
  platform: string,
): SystemCipher {
  let check: EncryptionCheck = { kind: 'not-tried' }
  let trying: Promise<EncryptionCheck> | undefined

  async function attempt(): Promise<EncryptionCheck> {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return { kind: 'none' }
    const bytes = await safeStorage.encryptStringAsync(probe)
    if (platform === 'linux' && bytes.subarray(0, 3).toString('latin1') === 'v10')
      return { kind: 'public-key' }
    const { result } = await safeStorage.decryptStringAsync(bytes)
    return result === probe ? { kind: 'works' } : { kind: 'altered' }
  }
  const tried = (): Promise<EncryptionCheck> => {
    trying ??= attempt()
      .catch((error: unknown): EncryptionCheck => ({ kind: 'failed', reason: String(error) }))
      .then((found) => {
        check = found
        return found
      })
    return trying
  }

  return {
    check: () => check,
    available: async () => (await tried()).kind === 'works',
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
      return { text: result, reencrypt: shouldReEncrypt }
    },
  }
}

const probe = 'Round trip'
