import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Cipher, TokenStore } from '../../../src/core/auth/token-cache.ts'

export type MemoryStore = TokenStore & {
  bytes: Uint8Array | undefined
  aside: Uint8Array | undefined
  writes: number
}

/** A token file without a disk. */
export function memoryStore(bytes?: Uint8Array): MemoryStore {
  const store: MemoryStore = {
    bytes,
    aside: undefined,
    writes: 0,
    read: async () => store.bytes,
    async write(written) {
      store.bytes = written
      store.writes += 1
    },
    async setAside() {
      store.aside = store.bytes
      store.bytes = undefined
    },
    async remove() {
      store.bytes = undefined
      store.aside = undefined
    },
  }
  return store
}

/** AES-256-GCM with a key of this moment: what another one wrote cannot be read. */
export function keyedCipher(): Cipher {
  const key = randomBytes(32)
  return {
    available: async () => true,
    async encrypt(text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    async decrypt(bytes) {
      if (bytes.length < 28) throw new Error('Too short')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(-16))
      const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString(
        'utf8',
      )
      return { text, reencrypt: false }
    },
  }
}
