import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Certificate } from './authority/certificate.ts'
import { closeServer, listenOnLoopback } from './loopback.ts'

/** A service that counts what reached it whole. */
export type PostCounter = {
  readonly baseUrl: string
  /** The bodies of all POSTs that came to their end. */
  readonly whole: readonly string[]
  close(): Promise<void>
}

/** Answers a POST that has been received whole, or cuts it off. */
export type Fate = (response: ServerResponse, request: IncomingMessage) => void

/** A GET leaves its connection for others to use; it is answered with `{}`, unless told otherwise. */
export async function postCounter(
  fate: Fate,
  options: { readonly certificate?: Certificate; readonly get?: (path: string) => unknown } = {},
): Promise<PostCounter> {
  const { certificate, get } = options
  const whole: string[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request)
    if (request.method !== 'POST') return void response.end(JSON.stringify(get?.(request.url ?? '') ?? {}))
    whole.push(body)
    fate(response, request)
  }
  const server = certificate ? createSecureServer(certificate, answer) : createServer(answer)
  const port = await listenOnLoopback(server)
  const baseUrl = `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`
  return { baseUrl, whole, close: () => closeServer(server) }
}

/** Fates that may tempt a sender to send again. */
export const fates: Readonly<Record<string, Fate>> = {
  ...Object.fromEntries(
    [401, 407, 408, 421, 425, 429, 503].map((status) => [
      `${status}`,
      (response: ServerResponse) =>
        void response
          .writeHead(status, {
            'Retry-After': '0',
            'WWW-Authenticate': 'Negotiate',
            'Proxy-Authenticate': 'Basic',
          })
          .end('{}'),
    ]),
  ),
  ...Object.fromEntries(
    [307, 308].map((status) => [
      `${status}`,
      (response: ServerResponse) => void response.writeHead(status, { Location: '/elsewhere' }).end(),
    ]),
  ),
  'a reset': (_, { socket }) => void socket.resetAndDestroy(),
  'an end without an answer': (_, { socket }) => void socket.destroy(),
  'half a status line': (_, { socket }) => void socket.end('HTTP/1.1 20'),
  'half an answer': (response, { socket }) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('{"batchId":')
    socket.end()
  },
}
