import { Readable } from 'node:stream'
import type { IncomingMessage, Net, Session } from 'electron'
import { NoAnswer } from '../../core/network/rejection.ts'

/**
 * A POST that Chromium cannot send a second time. By itself it tries to after a 421 on any connection, and after a 408 or
 * an end without an answer on one that was used before (net/http/http_network_transaction.cc). A body in chunks comes
 * from its source each time, and Electron gives it once: the second try fails before it sends anything
 * (electron_api_url_loader.cc, JSChunkedDataPipeGetter; chunked_data_pipe_upload_data_stream.cc, InitInternal).
 *
 * Chromium asks for the body once it is connected, also through a proxy and TLS (STATE_INIT_REQUEST_BODY). So the first
 * byte goes ahead alone. While nobody has taken it, nothing was sent, and the rejection says so.
 */
export function postInChunks(
  net: Pick<Net, 'request'>,
  session: Session,
  url: string,
  { headers, body, signal }: RequestInit,
): Promise<Response> {
  const bytes = Buffer.from(String(body))
  const settings = { redirect: 'manual', cache: 'no-store', credentials: 'omit' } as const
  const request = net.request({ method: 'POST', url, session, ...settings })
  request.chunkedEncoding = true
  for (const [name, value] of new Headers(headers)) request.setHeader(name, value)

  return new Promise((resolve, reject) => {
    let isTaken = false
    const fail = (cause: unknown): void => reject(new NoAnswer(isTaken ? 'maybe' : 'no', cause))
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
    request.write(bytes.subarray(0, 1), undefined, () => {
      isTaken = true
      request.end(bytes.subarray(1))
    })
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
