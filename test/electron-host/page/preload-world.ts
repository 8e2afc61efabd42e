import type { cloneCodec } from '../clone.ts'
import type { BridgeEnd } from './bridge-end.ts'
import type { WindowOpening } from './page-world.ts'

/** What the preload's world says to the host. `args` and `value` are written by the clone codec. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'navigate'; readonly url: string }
  | { readonly kind: 'open'; readonly details: WindowOpening }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string }

/** What the host says to the preload's world. */
export type ToPage =
  | { readonly kind: 'answer'; readonly id: number; readonly value: string }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: string }
  | { readonly kind: 'push'; readonly channel: string; readonly args: string }

export type PreloadWorldOptions = {
  /** The name of the function by which this world speaks to the host. */
  readonly postName: string
  /** The name of the function by which the host speaks to this world. */
  readonly takeName: string
  readonly process: { readonly platform: string; readonly arch: string; readonly versions: object }
}

/** A preload as a function of all that a sandboxed preload is given (Electron, "Process Sandboxing"). */
export type Preload = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  global: unknown,
  Buffer: unknown,
  setImmediate: unknown,
  clearImmediate: unknown,
) => void

/** Runs a preload in its world. Refers to nothing outside itself. */
export function preloadWorld(
  codec: ReturnType<typeof cloneCodec>,
  bridge: BridgeEnd,
  options: PreloadWorldOptions,
  preload: Preload,
): void {
  type Listener = (event: object, ...args: unknown[]) => void
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const post = (message: FromPage): void => world[options.postName]?.(JSON.stringify(message))
  const waiting = new Map<number, PromiseWithResolvers<unknown> & { channel: string }>()
  const listeners = new Map<string, Listener[]>()
  let lastId = 0

  const partly = <Part extends object>(name: string, implemented: Part): Part =>
    new Proxy(implemented, {
      get(target, key) {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key)
        throw new Error(`electron-host: ${name}.${key} is not implemented`)
      },
    })

  world[options.takeName] = (text) => {
    const message: ToPage = JSON.parse(text)
    if (message.kind === 'push') {
      const args = codec.decode(message.args) as unknown[]
      for (const listener of listeners.get(message.channel) ?? []) deliver(listener, args)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') asked?.resolve(codec.decode(message.value))
    else asked?.reject(new Error(`Error invoking remote method '${asked.channel}': ${message.error}`))
  }

  function deliver(listener: Listener, args: readonly unknown[]): void {
    try {
      listener({ sender: ipcRenderer, ports: [] }, ...args)
    } catch (error) {
      reportError(error)
    }
  }

  function on(channel: string, listener: Listener): typeof ipcRenderer {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  function off(channel: string, listener: Listener): typeof ipcRenderer {
    const registered = listeners.get(channel) ?? []
    const last = registered.lastIndexOf(listener)
    listeners.set(
      channel,
      registered.filter((_, index) => index !== last),
    )
    return ipcRenderer
  }
  const ipcRenderer = partly('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]) {
      const encoded = codec.encode(args)
      const asked = { ...Promise.withResolvers<unknown>(), channel }
      const id = ++lastId
      waiting.set(id, asked)
      post({ kind: 'invoke', id, channel, args: encoded })
      return asked.promise
    },
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args: codec.encode(args) }),
    on,
    addListener: on,
    off,
    removeListener: off,
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  })

  const electron = partly('electron (in the preload)', {
    contextBridge: partly('contextBridge', { exposeInMainWorld: bridge.expose }),
    ipcRenderer,
    crashReporter: partly('crashReporter', {}),
    nativeImage: partly('nativeImage', {}),
    webFrame: partly('webFrame', {}),
    webUtils: partly('webUtils', {}),
  })
  const modules: Readonly<Record<string, object>> = {
    electron,
    'electron/renderer': electron,
    events: partly('events (in the preload)', {}),
    timers: partly('timers (in the preload)', {}),
    url: partly('url (in the preload)', { URL, URLSearchParams }),
  }
  const require = (name: string): object => {
    const found = modules[name.replace(/^node:/, '')]
    if (!found) throw new Error(`module not found: ${name}`)
    return found
  }

  bridge.onTold((details) => post({ kind: 'open', details: details as WindowOpening }))

  // The host sees requests over HTTP before they are made; what else a page can navigate to is stopped here.
  const { navigation } = globalThis as unknown as { navigation: EventTarget }
  navigation.addEventListener('navigate', (event) => {
    const { url, sameDocument } = (
      event as unknown as { destination: { url: string; sameDocument: boolean } }
    ).destination
    if (sameDocument || /^https?:/.test(url)) return
    event.preventDefault()
    post({ kind: 'navigate', url })
  })

  const module = { exports: {} }
  try {
    preload(
      require,
      module,
      module.exports,
      partly('process (in the preload)', {
        type: 'renderer',
        sandboxed: true,
        contextIsolated: true,
        isMainFrame: true,
        env: {},
        argv: [],
        ...options.process,
      }),
      globalThis,
      partly('Buffer (in the preload)', () => undefined),
      (work: () => void) => setTimeout(work, 0),
      clearTimeout,
    )
  } catch (error) {
    const { message, stack = '' } = error as Error
    post({ kind: 'preload-error', message, stack })
    throw error
  }
}
