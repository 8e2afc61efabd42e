import type { Net, Session, session } from 'electron'
import type { Fetch } from '../../core/network/fetch.ts'
import { postInChunks } from './electron-post.ts'
import { answerTo, makeRequest } from './electron-request.ts'
import type { ProxySignIn } from './proxy-sign-in.ts'

type Requests = Pick<Net, 'request'>
type Sessions = Pick<typeof session, 'fromPartition'>
type Login = ProxySignIn['login']

/**
 * Fetch by Chromium's network stack: the system's proxy, PAC and certificates count, and `login` signs in to the proxy.
 * If a connection that was used before breaks without an answer, Chromium silently sends any request again
 * (net/http/http_network_transaction.cc, ShouldResendRequest). So each POST has a connection of its own.
 */
export const electronFetch = (net: Requests, sessions: Sessions, login: Login): Fetch =>
  fetchWith(net, sessions, login, 'post', (own, url, init) => sendWhole(net, login, own, url, init))

/** The same for the service, which must get no request twice: the body of a POST leaves in chunks, and once. */
export const electronServiceFetch = (net: Requests, sessions: Sessions, login: Login): Fetch =>
  fetchWith(net, sessions, login, 'service-post', (own, url, init) =>
    postInChunks(net, login(), own, url, init),
  )

type Post = (own: Session, url: string, init: RequestInit) => Promise<Response>

function fetchWith(net: Requests, sessions: Sessions, login: Login, name: string, post: Post): Fetch {
  const postAlone = onFreshConnections(sessions, name, post)
  return (url, init) =>
    init.method === 'POST' ? postAlone(url, init) : sendWhole(net, login, undefined, url, init)
}

function sendWhole(
  net: Requests,
  login: Login,
  session: Session | undefined,
  url: string,
  { method = 'GET', headers, body, signal }: RequestInit,
): Promise<Response> {
  const request = makeRequest(net, login(), { url, method, headers, ...(session && { session }) })
  return answerTo(request, signal, () => {
    if (body == null) request.end()
    else request.end(String(body))
  })
}

/** Connections belong to a session: one is no other request's until its answer has been read to its end. */
function onFreshConnections({ fromPartition }: Sessions, name: string, post: Post): Fetch {
  const idle: Session[] = []
  let made = 0
  return async (url, init) => {
    const own = idle.pop() ?? fromPartition(`${name}-${++made}`, { cache: false })
    const done = (): void => void idle.push(own)
    try {
      await own.closeAllConnections()
      return onceRead(await post(own, url, init), done)
    } catch (error) {
      done()
      throw error
    }
  }
}

/** The same answer; `done` is called at the end of its body, however that comes. */
function onceRead({ body, status, statusText, headers }: Response, done: () => void): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const answer = new Response(body && readable, { status, statusText, headers })
  if (body) void body.pipeTo(writable).then(done, done)
  else done()
  return answer
}
