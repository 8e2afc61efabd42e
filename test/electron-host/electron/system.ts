import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as Electron from 'electron'
import { partialClass, partly, partlyEmitting } from '../missing.ts'

/** What Electron has of the operating system, kept in memory. Each is made once for each host process. */
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

/** AES-256-GCM with a key beside the user's data, as a keyring has one elsewhere: nothing is there in clear. */
export function createSafeStorage(userData: () => string): Electron.SafeStorage {
  const key = (): Buffer => {
    const file = join(userData(), 'electron-host.key')
    if (!existsSync(file)) {
      mkdirSync(userData(), { recursive: true })
      writeFileSync(file, randomBytes(32))
    }
    return readFileSync(file)
  }
  return partly<Electron.SafeStorage>('safeStorage', {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    async encryptStringAsync(text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(), iv)
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    async decryptStringAsync(encrypted) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(0, 12))
        decipher.setAuthTag(encrypted.subarray(-16))
        const result = Buffer.concat([decipher.update(encrypted.subarray(12, -16)), decipher.final()])
        return { result: result.toString('utf8'), shouldReEncrypt: false }
      } catch (cause) {
        throw new Error('Error while decrypting the ciphertext', { cause })
      }
    },
  })
}

/** One display, of the usual size. */
export function createScreen(): Electron.Screen {
  const bounds = { x: 0, y: 0, width: 1920, height: 1080 }
  const display = partly<Electron.Display>('Display', { id: 1, bounds, workArea: bounds, scaleFactor: 1 })
  return partlyEmitting<Electron.Screen>('screen', {
    getAllDisplays: () => [display],
    getPrimaryDisplay: () => display,
  })
}

export const createPowerMonitor = (): Electron.PowerMonitor =>
  partlyEmitting<Electron.PowerMonitor>('powerMonitor', {})

/** Opens nothing: a test that lets the app open a link puts its own function here. */
export const createShell = (): Electron.Shell => partly<Electron.Shell>('shell', {})

export function createMenu(): typeof Electron.Menu {
  let menu: Electron.Menu | null = null
  return partly<typeof Electron.Menu>('Menu', {
    setApplicationMenu(next) {
      menu = next
    },
    getApplicationMenu: () => menu,
  })
}

/** Notifications that nobody sees. */
export class HostNotification extends partialClass('Notification') {
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
    this.emit('show')
  }

  close(): void {
    this.emit('close')
  }
}
