import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
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
    request: (options) =>
      (typeof options === 'object' && options.url !== undefined
        ? requestOf(options.url, options)
        : // Node's has the same shape as Electron's, as far as electron-updater uses it, and reaches this machine.
          httpRequest(options as object)) as never,
    isOnline: () => true,
  })
}

/** Node's request, on a connection of its own; a redirect that nobody follows rejects it, as in Electron. */
function requestOf(url: string, { method }: Electron.ClientRequestConstructorOptions): ClientRequest {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  const request = send(url, { ...(method && { method }), agent: false })
  const { emit } = request
  request.emit = (name: string, ...given: unknown[]): boolean => {
    const { statusCode = 0 } = name === 'response' ? (given[0] as IncomingMessage) : {}
    if (![301, 302, 303, 307, 308].includes(statusCode)) return emit.call(request, name, ...given)
    request.destroy(new Error('Redirect was cancelled'))
    return true
  }
  return request
}
