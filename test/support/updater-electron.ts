import { EventEmitter } from 'node:events'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { registerHooks } from 'node:module'

/** A stand-in for the parts of Electron that electron-updater uses. The library runs unchanged in plain Node. */
export type UpdaterElectron = {
  /** The app as the library sees it: packaged, of this version, with its data in this folder. */
  become(app: { readonly version: string; readonly folder: string }): void
  /** The surroundings of this process are again as they were before `become`. */
  leave(): void
}

/**
 * From now on `require('electron')` answers a stand-in in this process: Node's own HTTP client has the shape of
 * Electron's as far as the library uses it.
 */
export function standInForElectron(): UpdaterElectron {
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    whenReady: async () => undefined,
    getName: () => 'SIP Gateway Bulk Sign-in',
    getVersion: () => '0.0.0',
    getPath: (_name: string) => '',
    quit: () => {
      throw new Error('The library itself must not quit the app')
    },
  })
  const electron = { app, net: { request }, session: { fromPartition: () => ({}) } }
  Object.assign(globalThis, { [shared]: electron })
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: address, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === address
        ? { source: `module.exports = globalThis['${shared}']`, format: 'commonjs', shortCircuit: true }
        : next(url, context),
  })
  const before = Object.fromEntries(places.map((name) => [name, process.env[name]]))
  return {
    become({ version, folder }) {
      Object.assign(app, { getVersion: () => version, getPath: () => folder })
      Object.assign(process, { resourcesPath: folder })
      for (const name of places) process.env[name] = folder
    },
    leave() {
      for (const [name, value] of Object.entries(before))
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
    },
  }
}

/** Node's request; where a proxy asks who uses it, the request waits for an answer, as Electron's does. */
function request(options: object): ClientRequest {
  const made = httpRequest(options)
  const { emit } = made
  made.emit = (name: string, ...given: unknown[]): boolean => {
    const isAsked = name === 'response' && (given[0] as IncomingMessage).statusCode === 407
    if (!isAsked) return emit.call(made, name, ...given)
    const goOn = (): boolean => emit.call(made, name, ...given)
    return made.emit('login', { isProxy: true }, goOn) || goOn()
  }
  return made
}

/** Where the library keeps what it downloads: Linux, Windows, macOS. */
const places = ['XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME']
const address = 'electron-updater-test:electron'
const shared = 'electron of electron-updater'
