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

/**
 * Reaches the app's own schemes, and by Node's requests the rest; plain HTTP through `proxy` (host and port), where there
 * is one.
 */
export function createNet(schemes: Schemes, proxy: () => string = () => ''): Electron.Net {
  return partly<Electron.Net>('net', {
    async fetch(input, init) {
      const request = new Request(input, init)
      const handler = schemes.handlerOf(request.url)
      return handler ? handler(request) : fetch(request)
    },
    request: (options) =>
      (typeof options === 'object' && options.url !== undefined
        ? requestOf(options.url, options, proxy())
        : // Node's has the same shape as Electron's, as far as electron-updater uses it, and reaches this machine.
          httpRequest(options as object)) as never,
    isOnline: () => true,
  })
}

/** Node's request, on a connection of its own; a redirect that nobody follows rejects it, as in Electron. */
function requestOf(
  url: string,
  { method }: Electron.ClientRequestConstructorOptions,
  proxy: string,
): ClientRequest {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  const isProxied = proxy !== '' && url.startsWith('http:')
  const request = isProxied
    ? send(`http://${proxy}`, { ...(method && { method }), path: url, agent: false })
    : send(url, { ...(method && { method }), agent: false })
  const { emit } = request
  request.emit = (name: string, ...given: unknown[]): boolean => {
    const answer = name === 'response' ? (given[0] as IncomingMessage) : undefined
    const { statusCode = 0 } = answer ?? {}
    if (answer && isProxied && statusCode === 407) {
      askFor(url, request, answer, (message) => emit.call(request, 'response', message))
      return true
    }
    if (![301, 302, 303, 307, 308].includes(statusCode)) return emit.call(request, name, ...given)
    request.destroy(new Error('Redirect was cancelled'))
    return true
  }
  return request
}

/** Electron asks the request alone, by its event `login`, as often as the proxy refuses; the app and fetch hear nothing. */
function askFor(
  url: string,
  request: ClientRequest,
  refusal: IncomingMessage,
  answered: (message: IncomingMessage) => void,
): void {
  const { host } = request
  const port = Number(/:(\d+)$/.exec(String(request.getHeader('host')))?.[1])
  const realm = /realm="([^"]*)"/.exec(refusal.headers['proxy-authenticate'] ?? '')?.[1] ?? ''
  const login = (username?: string, password?: string): void => {
    if (username === undefined || password === undefined) {
      answered(refusal)
      return
    }
    refusal.resume()
    const headers = request.getHeaders()
    const again = httpRequest({ host, port, method: request.method, path: url, headers, agent: false })
    again.setHeader('Proxy-Authorization', `Basic ${btoa(`${username}:${password}`)}`)
    again.on('response', (message) => {
      if (message.statusCode === 407) askFor(url, request, message, answered)
      else answered(message)
    })
    again.on('error', (error) => request.emit('error', error))
    again.end()
  }
  if (!request.emit('login', { isProxy: true, scheme: 'basic', host, port, realm }, login)) login()
}
