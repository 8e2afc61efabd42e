import { readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import { partialClass } from '../missing.ts'
import { emitted } from './emitted.ts'
import { createWebContents, type HostWebContents, type WindowHost } from './web-contents.ts'

export type HostWindow = Electron.BrowserWindow & { readonly host: HostWebContents }

/** The class of windows, and the windows there are. */
export type BrowserWindows = {
  readonly BrowserWindow: typeof Electron.BrowserWindow
  all(): readonly HostWindow[]
}

export function createBrowserWindows(
  host: WindowHost,
  told: {
    windowCreated(window: HostWindow): void
    allClosed(): void
  },
): BrowserWindows {
  const open = new Set<HostWindow>()
  let lastId = 0

  class BrowserWindow extends partialClass('BrowserWindow') {
    readonly id = ++lastId
    readonly host: HostWebContents
    readonly webContents: Electron.WebContents
    #visible: boolean
    #minimized = false
    #maximized = false
    readonly #bounds: Electron.Rectangle
    #destroyed = false

    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super()
      const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options
      this.#bounds = { x, y, width, height }
      this.host = createWebContents(host, {
        preload: preloadOf(webPreferences),
        size: { width, height },
        gone: () => this.destroy(),
      })
      this.webContents = this.host.contents
      this.#visible = show
      this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
      open.add(this as unknown as HostWindow)
      told.windowCreated(this as unknown as HostWindow)
    }

    static getAllWindows(): readonly HostWindow[] {
      return [...open]
    }

    static fromWebContents(contents: Electron.WebContents): HostWindow | null {
      return [...open].find(({ webContents }) => webContents === contents) ?? null
    }

    loadURL(url: string): Promise<void> {
      return this.webContents.loadURL(url)
    }

    show(): void {
      this.#visible = true
      this.emit('show')
    }

    hide(): void {
      this.#visible = false
      this.emit('hide')
    }

    focus(): void {
      this.emit('focus')
    }

    minimize(): void {
      this.#minimized = true
    }

    restore(): void {
      this.#minimized = false
    }

    // There is no screen to fill: what is remembered of it is all that can be seen.
    maximize(): void {
      this.#maximized = true
    }

    isMaximized(): boolean {
      return this.#maximized
    }

    getNormalBounds(): Electron.Rectangle {
      return this.#bounds
    }

    isVisible(): boolean {
      return this.#visible
    }

    isMinimized(): boolean {
      return this.#minimized
    }

    isDestroyed(): boolean {
      return this.#destroyed
    }

    setProgressBar(): void {
      // There is no taskbar to show it in; a test that looks puts its own function here.
    }

    close(): void {
      if (this.#destroyed) return
      const event = emitted({})
      this.emit('close', event)
      if (!event.defaultPrevented) this.destroy()
    }

    destroy(): void {
      if (this.#destroyed) return
      this.#destroyed = true
      open.delete(this as unknown as HostWindow)
      this.host.destroy()
      this.emit('closed')
      if (open.size === 0) told.allClosed()
    }
  }

  return { BrowserWindow: BrowserWindow as unknown as typeof Electron.BrowserWindow, all: () => [...open] }
}

/** The source of the preload. What makes a window less safe than the default is not implemented. */
function preloadOf(preferences: Electron.WebPreferences): string {
  const { sandbox = true, contextIsolation = true, nodeIntegration = false, webSecurity = true } = preferences
  if (!sandbox || !contextIsolation || nodeIntegration || !webSecurity || preferences.webviewTag)
    throw new Error('electron-host: only sandboxed, isolated pages without Node are implemented')
  return preferences.preload === undefined ? '' : readFileSync(preferences.preload, 'utf8')
}
