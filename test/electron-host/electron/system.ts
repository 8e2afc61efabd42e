import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as Electron from 'electron'
import { partialClass, partly, partlyEmitting } from '../missing.ts'

/** Electron's operating system modules, kept in memory. Each host process makes each of them once. */
export function createClipboard(): Electron.Clipboard {
  let written = ''
  return partly<Electron.Clipboard>('clipboard', {
    readText: async () => written,
    async writeText(text) {
      written = text
    },
    clear() {
      written = ''
    },
  })
}

export function createPowerSaveBlocker(): Electron.PowerSaveBlocker {
  const started = new Set<number>()
  let lastId = 0
  return partly<Electron.PowerSaveBlocker>('powerSaveBlocker', {
    start() {
      started.add(++lastId)
      return lastId
    },
    stop: (id) => started.delete(id),
    isStarted: (id) => started.has(id),
  })
}

/** The keeper of the key: a store of the system, or only Chromium's own key, which everybody knows. */
export type HostKeyStore = 'system' | 'public' | 'none'

/**
 * AES with a key beside the user's data, as a keyring has one elsewhere: nothing is there in clear. Without a keyring
 * Chromium on Linux takes a key that is in its sources, and says all the same that encryption is available; only the
 * first letters of what it encrypts tell (components/os_crypt/async/browser/posix_key_provider.cc). The name of the
 * backend goes by the desktop, not by what works.
 */
export function createSafeStorage(
  userData: () => string,
  store: HostKeyStore = 'system',
): Electron.SafeStorage {
  const tag = store === 'public' ? 'v10' : 'v11'
  const key = (): Buffer => {
    if (store === 'public') return Buffer.alloc(32, 'peanuts')
    const file = join(userData(), 'electron-host.key')
    if (!existsSync(file)) {
      mkdirSync(userData(), { recursive: true })
      writeFileSync(file, randomBytes(32))
    }
    return readFileSync(file)
  }
  return partly<Electron.SafeStorage>('safeStorage', {
    isAsyncEncryptionAvailable: async () => store !== 'none',
    getSelectedStorageBackend: () => (store === 'system' ? 'unknown' : 'gnome_libsecret'),
    async encryptStringAsync(text) {
      if (store === 'none') throw new Error('Encryption is not available')
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(), iv)
      const bytes = [Buffer.from(tag), iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return Buffer.concat(bytes)
    },
    async decryptStringAsync(encrypted) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15))
        decipher.setAuthTag(encrypted.subarray(-16))
        const result = Buffer.concat([decipher.update(encrypted.subarray(15, -16)), decipher.final()])
        return { result: result.toString('utf8'), shouldReEncrypt: false }
      } catch (cause) {
        throw new Error('Error while decrypting the ciphertext', { cause })
      }
    },
  })
}

export const createPowerMonitor = (): Electron.PowerMonitor =>
  partlyEmitting<Electron.PowerMonitor>('powerMonitor', {})

/** Opens nothing: a test that lets the app open a link puts its own function here. */
export const createShell = (): Electron.Shell => partly<Electron.Shell>('shell', {})

/** Menus that nobody sees. */
export function createMenu(): typeof Electron.Menu {
  let menu: Electron.Menu | null = null
  return partly<typeof Electron.Menu>('Menu', {
    setApplicationMenu(next) {
      menu = next
    },
    getApplicationMenu: () => menu,
    buildFromTemplate: (template) =>
      partly<Electron.Menu>('Menu', { items: template as never, popup: () => undefined }),
  })
}

/** Notifications that nobody sees; `shown` has those that somebody would have. */
export class HostNotification extends partialClass('Notification') {
  static readonly shown: { readonly title: string; readonly body: string }[] = []

  static isSupported(): boolean {
    return true
  }

  readonly title: string
  readonly body: string

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super()
    this.title = title
    this.body = body
  }

  show(): void {
    HostNotification.shown.push({ title: this.title, body: this.body })
    this.emit('show')
  }

  close(): void {
    this.emit('close')
  }
}
