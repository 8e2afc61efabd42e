import { request as httpRequest } from 'node:http'
import type * as Electron from 'electron'
import { partly } from '../missing.ts'
import type { Schemes } from '../schemes.ts'

export function createProtocol(schemes: Schemes, isReady: () => boolean): Electron.Protocol {
  return partly<Electron.Protocol>('protocol', {
    registerSchemesAsPrivileged(declared) {
      if (isReady())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      schemes.declare(declared)
    },
    handle: (scheme, handler) => schemes.handle(scheme, handler),
    isProtocolHandled: (scheme) => schemes.handlerOf(`${scheme}:`) !== undefined,
  })
}

/** Reaches the app's own schemes, and by Node's fetch the rest. */
export function createNet(schemes: Schemes): Electron.Net {
  return partly<Electron.Net>('net', {
    async fetch(input, init) {
      const request = new Request(input, init)
      const handler = schemes.handlerOf(request.url)
      return handler ? handler(request) : fetch(request)
    },
    // Node's has the same shape as Electron's, as far as electron-updater uses it, and reaches this machine.
    request: (options) => httpRequest(options as object) as never,
    isOnline: () => true,
  })
}
