import type * as Electron from 'electron'
import type { Cdp } from '../cdp.ts'
import { cloneCodec } from '../clone.ts'
import type { Media } from '../control.ts'
import { partly, partlyEmitting } from '../missing.ts'
import type { WindowOpening } from '../page/page-world.ts'
import type { FromPage } from '../page/preload-world.ts'
import { openPage, type PageLink } from '../page-link.ts'
import type { Schemes } from '../schemes.ts'
import { emitted } from './emitted.ts'
import { emitMessage, type HostIpcMain, invokeHandler } from './ipc-main.ts'
import type { HostScreen } from './screen.ts'
import type { HostSession } from './session.ts'

/** The parts that all windows of a host share. */
export type WindowHost = {
  readonly browser: Cdp
  readonly schemes: Schemes
  readonly ipcMain: HostIpcMain
  readonly session: HostSession
  readonly screen: HostScreen
  media(): Media
  /** Resolves when whoever drives the window is ready to see it load. */
  opened(targetId: string): Promise<void>
}

export type HostWebContents = {
  readonly contents: Electron.WebContents
  readonly page: Promise<PageLink>
  destroy(): void
}

let lastId = 0

/** The web contents of one window, and the page of the browser behind them. */
export function createWebContents(
  host: WindowHost,
  options: {
    readonly preload: string
    readonly hasScripts: boolean
    readonly size: { width: number; height: number }
    gone(): void
  },
): HostWebContents {
  const { schemes, ipcMain } = host
  const codec = cloneCodec()
  const id = ++lastId
  let address = ''
  let destroyed = false
  // A browser's page has no zoom that could be set from outside: only that it was asked for can be seen.
  const zoomFactors: number[] = []
  let loaded = ''
  let windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined

  const mainFrame = partly<Electron.WebFrameMain>('mainFrame', {
    get url() {
      return address
    },
    get origin() {
      return /^[\w.+-]+:\/\/[^/?#]*/.exec(address)?.[0] ?? 'null'
    },
    parent: null,
    name: '',
    detached: false,
    frameTreeNodeId: id,
    routingId: id,
    processId: id,
    isDestroyed: () => destroyed,
  })

  const contents = partlyEmitting<Electron.WebContents>('webContents', {
    id,
    mainFrame,
    session: host.session.session,
    getURL: () => address,
    isDestroyed: () => destroyed,
    setWindowOpenHandler(handler) {
      windowOpenHandler = handler
    },
    send(channel, ...args: unknown[]) {
      const message = { kind: 'push', channel, args: codec.encode(args) } as const
      void page.then((link) => link.post(message))
    },
    async loadURL(url) {
      const link = await page
      const browserAddress = schemes.toBrowser(url)
      await host.session.settlePermissions(contents, new URL(browserAddress).origin, mainFrame.origin)
      await host.opened(link.targetId)
      await untilLoaded(url, () => link.navigate(browserAddress))
    },
    reload() {
      contents.emit('did-start-loading')
      void page.then((link) => link.reload())
    },
    setZoomFactor: (factor) => void zoomFactors.push(factor),
    getZoomFactor: () => zoomFactors.at(-1) ?? 1,
    forcefullyCrashRenderer: () => void page.then((link) => link.crash()),
    async printToPDF(options) {
      return (await page).print(options)
    },
    async executeJavaScript(code) {
      return (await page).run(code)
    },
  })

  const page = openPage(host.browser, {
    preload: options.preload,
    hasScripts: options.hasScripts,
    size: options.size,
    media: host.media(),
    took,
    mayNavigate,
    answer,
    opened,
    parsed: () => void contents.emit('dom-ready'),
    loaded(loader) {
      loaded = loader
      contents.emit('did-finish-load')
    },
    navigated(to) {
      address = schemes.toApp(to)
    },
    crashed: () => contents.emit('render-process-gone', emitted({}), { reason: 'crashed', exitCode: 1 }),
    gone: options.gone,
  })

  /**
   * As Electron's: until the page is loaded, unless the window is closed or another load takes the place of this one. What
   * was loaded before may be told only now.
   */
  function untilLoaded(url: string, navigate: () => Promise<string | undefined>): Promise<void> {
    let loader: string | undefined
    const over = new AbortController()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const on = (name: string, listener: () => void): void => {
      contents.on(name as never, listener)
      over.signal.addEventListener('abort', () => contents.off(name as never, listener))
    }
    const failed = (): void =>
      reject(Object.assign(new Error(`ERR_FAILED (-2) loading '${url}'`), { errno: -2 }))
    const look = (): void => {
      if (loader === loaded) resolve()
    }
    on('did-finish-load', look)
    on('destroyed', failed)
    on('did-start-loading', failed)
    navigate().then((begun) => {
      loader = begun
      if (begun === undefined) resolve()
      else look()
    }, reject)
    return promise.finally(() => over.abort())
  }

  function took(message: FromPage): void {
    const frame = { sender: contents, senderFrame: mainFrame }
    switch (message.kind) {
      case 'invoke':
        void reply(message.id, invokeHandler(ipcMain, frame, message.channel, message.args))
        return
      case 'send':
        emitMessage(ipcMain, frame, message.channel, message.args)
        return
      case 'open':
        opened({ ...message.details, url: schemes.toApp(message.details.url) })
        return
      case 'navigate':
        if (mayNavigate(message.url, true))
          throw new Error(`electron-host: a navigation to ${message.url} is not implemented`)
        return
      case 'preload-error': {
        const error = Object.assign(new Error(message.message), { stack: message.stack })
        process.stderr.write(`Unable to load preload script: ${message.stack}\n`)
        contents.emit('preload-error', emitted({}), options.preload, error)
      }
    }
  }

  async function reply(call: number, answered: ReturnType<typeof invokeHandler>): Promise<void> {
    const answer = await answered
    const link = await page
    if ('value' in answer) link.post({ kind: 'answer', id: call, value: answer.value })
    else link.post({ kind: 'refusal', id: call, error: answer.error })
  }

  function mayNavigate(to: string, isMainFrame: boolean): boolean {
    const url = schemes.toApp(to)
    return ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])].every((name) => {
      const event = emitted({
        url,
        isMainFrame,
        isSameDocument: false,
        frame: mainFrame,
        initiator: mainFrame,
      })
      contents.emit(name, event, url, false, isMainFrame, id, id)
      return !event.defaultPrevented
    })
  }

  function answer(request: Request): Promise<Response> | undefined {
    const url = schemes.toApp(request.url)
    const handler = schemes.handlerOf(url)
    if (handler && isForeign(request)) return Promise.resolve(Response.error())
    if (handler) return handled(handler, new Request(url, request))
    const { hostname } = new URL(url)
    return hostname === 'localhost' || hostname === '127.0.0.1'
      ? undefined
      : Promise.resolve(Response.error())
  }

  /**
   * Whether the page of another origin wants to read the answer. Electron refuses that before any handler hears of it,
   * whatever headers the answer would have: the app's schemes are not `corsEnabled` (electron/electron, pull request
   * 51152). Without CORS the answer comes and the page cannot read it, as with any other scheme.
   */
  function isForeign({ url, headers }: Request): boolean {
    const origin = headers.get('origin')
    return origin !== null && origin !== new URL(url).origin
  }

  async function handled(
    handler: (request: Request) => Response | Promise<Response>,
    request: Request,
  ): Promise<Response> {
    try {
      return await handler(request)
    } catch (error) {
      process.stderr.write(`electron-host: ${request.url}: ${String(error)}\n`)
      return Response.error()
    }
  }

  function opened(details: WindowOpening): void {
    const answered = windowOpenHandler?.({
      ...details,
      disposition: 'foreground-tab',
      referrer: { url: address, policy: 'default' },
    })
    if (answered?.action !== 'deny')
      throw new Error(`electron-host: a window of the page's own (${details.url}) is not implemented`)
  }

  return {
    contents,
    page,
    destroy() {
      if (destroyed) return
      destroyed = true
      contents.emit('destroyed')
      void page.then((link) => link.close())
    },
  }
}
