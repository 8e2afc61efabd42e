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
    #bounds: Electron.Rectangle
    #focused = false
    #destroyed = false

    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super()
      const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options
      this.#bounds = host.screen.placed({ x, y, width, height })
      this.host = createWebContents(host, {
        preload: preloadOf(webPreferences),
        hasScripts: webPreferences.javascript ?? true,
        size: { width, height },
        gone: () => this.destroy(),
      })
      this.webContents = this.host.contents
      this.#visible = show
      // The first picture is there once the page has a document, which is before it is loaded to its end.
      this.webContents.once('dom-ready', () => this.emit('ready-to-show'))
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

    // To show a window gives it the focus, and one that has the focus gets no event of it.
    show(): void {
      this.#visible = true
      this.emit('show')
      this.focus()
    }

    hide(): void {
      this.#visible = false
      this.emit('hide')
      this.blur()
    }

    focus(): void {
      if (this.#focused || !this.#visible || this.#minimized) return
      this.#focused = true
      this.emit('focus')
    }

    blur(): void {
      if (!this.#focused) return
      this.#focused = false
      this.emit('blur')
    }

    isFocused(): boolean {
      return this.#focused
    }

    flashFrame(): void {
      // There is no taskbar to see it in; a test that looks puts its own function here.
    }

    minimize(): void {
      this.#minimized = true
      this.emit('minimize')
      this.blur()
    }

    restore(): void {
      this.#minimized = false
      this.emit('restore')
    }

    setBounds(bounds: Partial<Electron.Rectangle>): void {
      this.#bounds = { ...this.#bounds, ...bounds }
    }

    // There is no screen to fill: what is remembered of it is all that can be seen.
    maximize(): void {
      this.#maximized = true
    }

    isMaximized(): boolean {
      return this.#maximized
    }

    getNormalBounds(): Electron.Rectangle {
      return { ...this.#bounds }
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
