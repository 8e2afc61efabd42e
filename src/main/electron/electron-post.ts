import type { Net, Session } from 'electron'
import { NoAnswer } from '../../core/network/rejection.ts'
import { answerTo, makeRequest } from './electron-request.ts'
import type { LoginListener } from './proxy-sign-in.ts'

/**
 * A POST that Chromium cannot send a second time. By itself it tries that after a 421 on any connection, and after a 408 or
 * no answer on a connection that was used before (net/http/http_network_transaction.cc). Chromium reads a body in chunks
 * from its source for each try, and Electron gives it only once: the second try fails before it sends anything
 * (electron_api_url_loader.cc, JSChunkedDataPipeGetter; chunked_data_pipe_upload_data_stream.cc, InitInternal).
 *
 * Chromium asks for the body once it is connected, also through a proxy and TLS (STATE_INIT_REQUEST_BODY). So the first
 * byte goes ahead alone. While nobody has taken it, nothing was sent, and the rejection says so.
 */
export function postInChunks(
  net: Pick<Net, 'request'>,
  login: LoginListener,
  session: Session,
  url: string,
  { headers, body, signal }: RequestInit,
): Promise<Response> {
  const bytes = Buffer.from(String(body))
  const request = makeRequest(net, login, { url, method: 'POST', headers, session })
  request.chunkedEncoding = true
  let isTaken = false
  const send = (): void => {
    request.write(bytes.subarray(0, 1), undefined, () => {
      isTaken = true
      request.end(bytes.subarray(1))
    })
  }
  return answerTo(request, signal, send, (cause) => new NoAnswer(isTaken ? 'maybe' : 'no', cause))
}
