import { Readable } from 'node:stream'
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Net } from 'electron'
import type { LoginListener } from './proxy-sign-in.ts'

/**
 * A request by Chromium's network stack, made but not sent. Electron's own fetch cannot be used: if a proxy asks for
 * a name and a password, only the request gets the event `login`, and fetch has no listener for it, so the request gives up
 * (lib/common/api/net-client-request.ts, lib/browser/api/net-fetch.ts). No redirect is followed, no cookie kept or
 * sent, and the app's own protocol is no address of the network.
 */
export function makeRequest(
  net: Pick<Net, 'request'>,
  login: LoginListener,
  {
    url,
    method,
    headers,
    session,
  }: Pick<ClientRequestConstructorOptions, 'session'> & {
    readonly url: string
    readonly method: string
    readonly headers: RequestInit['headers']
  },
): ClientRequest {
  const request = net.request({
    ...{ method, url, redirect: 'manual', cache: 'no-store', credentials: 'omit' },
    bypassCustomProtocolHandlers: true,
    ...(session && { session }),
  })
  request.on('login', login)
  for (const [name, value] of new Headers(headers)) request.setHeader(name, value)
  return request
}

/** Has `send` send the request, and answers as fetch does. The rejection is what `failure` makes of the cause. */
export function answerTo(
  request: ClientRequest,
  signal: RequestInit['signal'],
  send: () => void,
  failure: (cause: unknown) => unknown = (cause) => cause,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(failure(cause))
    const stop = (): void => {
      fail(signal?.reason)
      request.abort()
    }
    request.on('error', fail)
    request.on('response', (message) => {
      try {
        resolve(responseOf(message))
      } catch (unreadable) {
        fail(unreadable)
      }
    })
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop, { once: true })
    send()
  })
}

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers))
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const status = message.statusCode
  // In Electron it is a stream of Node's, as its documentation of IncomingMessage says.
  const body = [204, 205, 304].includes(status) ? null : Readable.toWeb(message as unknown as Readable)
  return new Response(body as Response['body'], { status, headers })
}
