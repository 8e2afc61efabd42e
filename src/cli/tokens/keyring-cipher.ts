import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Cipher } from '../../core/auth/token-cache.ts'
import type { FileLock } from './file-lock.ts'
import type { KeySafe } from './key-safe.ts'

/** Of a keyring that answers: its entry is no key, or it gives back another key than it was given. */
export class KeyringTrouble extends Error {
  override readonly name = 'KeyringTrouble'
  readonly kind: 'no-key' | 'not-kept'

  constructor(kind: KeyringTrouble['kind']) {
    super(kind)
    this.kind = kind
  }
}

/** `trouble`: why there is no encryption, once the keyring has been asked in vain. */
export type KeyringCipher = Cipher & { readonly trouble: () => unknown }

/**
 * AES-256-GCM with a random key that lies in the keyring. The key is made when it is first needed, by one
 * process at a time, and counts only if the keyring gives it back. The keyring is asked once a process.
 */
export function keyringCipher(safe: KeySafe, alone: FileLock): KeyringCipher {
  let asked: Promise<Buffer> | undefined
  let trouble: unknown

  const key = (): Promise<Buffer> => {
    asked ??= load(safe).then((found) => found ?? alone(() => make(safe)))
    return asked
  }
  return {
    trouble: () => trouble,
    available: () =>
      key().then(
        () => true,
        (error: unknown) => {
          trouble = error
          return false
        },
      ),
    encrypt: async (words) => seal(words, await key()),
    async decrypt(bytes) {
      const known = await key()
      try {
        return { text: open(bytes, known), reencrypt: false }
      } catch (error) {
        // A run may be watched for hours; meanwhile another command may have made another key.
        const current = await load(safe)
        if (!current || current.equals(known)) throw error
        asked = Promise.resolve(current)
        return { text: open(bytes, current), reencrypt: false }
      }
    },
  }
}

async function load(safe: KeySafe): Promise<Buffer | undefined> {
  const found = await safe.load()
  if (found === undefined) return undefined
  const key = Buffer.from(found, 'hex')
  if (key.length !== keyBytes) throw new KeyringTrouble('no-key')
  return key
}

async function make(safe: KeySafe): Promise<Buffer> {
  const since = await load(safe)
  if (since) return since
  const made = randomBytes(keyBytes)
  await safe.save(made.toString('hex'))
  const kept = await load(safe)
  if (!kept?.equals(made)) throw new KeyringTrouble('not-kept')
  return made
}

function seal(words: string, key: Buffer): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(purpose)
  return Buffer.concat([iv, cipher.update(words, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Throws on anything that was not sealed with this key. */
function open(bytes: Uint8Array, key: Buffer): string {
  if (bytes.length < ivBytes + tagBytes) throw new Error('Too short to be a sealed text')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(purpose)
    .setAuthTag(bytes.subarray(-tagBytes))
  const begin = decipher.update(bytes.subarray(ivBytes, -tagBytes))
  return Buffer.concat([begin, decipher.final()]).toString('utf8')
}

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16

/** What the bytes are for, in their tag: they are good for nothing else. */
const purpose = Buffer.from('sip-gateway-bulk-sign-in/cli-tokens/1')
