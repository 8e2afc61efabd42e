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

/** Turns text into bytes and back. It protects nothing. */
export function createSafeStorage(): Electron.SafeStorage {
  const mark = 'electron-host:'
  return partly<Electron.SafeStorage>('safeStorage', {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.from(mark + Buffer.from(text).toString('base64')),
    async decryptStringAsync(encrypted) {
      const text = encrypted.toString()
      if (!text.startsWith(mark)) throw new Error('Error while decrypting the ciphertext')
      return { result: Buffer.from(text.slice(mark.length), 'base64').toString(), shouldReEncrypt: false }
    },
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
