import type { SafeStorage } from 'electron'
import type { Cipher } from '../../core/auth/token-cache.ts'

/**
 * Encryption by the system's own store. Where Chromium would only scramble with a password that everybody
 * knows (`basic_text`, Linux without a keyring), there is none.
 */
export function safeStorageCipher(
  safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >,
  platform: string,
): Cipher {
  return {
    async available() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
      return platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
    },
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
      return { text: result, reencrypt: shouldReEncrypt }
    },
  }
}
