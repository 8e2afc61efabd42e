import type { Net, Session, session } from 'electron'
import type { Fetch } from '../../core/network/fetch.ts'
import { postInChunks } from './electron-post.ts'

type Sessions = Pick<typeof session, 'fromPartition'>

/**
 * Fetch by Chromium's network stack: the system's proxy, PAC and certificates count. No cookie is kept or sent, and
 * the app's own protocol is no address of the network. On a connection that was used before, Chromium sends any
 * request again, unsaid, should the connection break without an answer (net/http/http_network_transaction.cc,
 * ShouldResendRequest). So each POST has a connection of its own.
 */
export const electronFetch = (net: Pick<Net, 'fetch'>, sessions: Sessions): Fetch =>
  fetchWith(net, sessions, 'post', (own, url, init) => own.fetch(url, { ...init, credentials: 'omit' }))

/** The same for the service, of which nothing may be asked twice: the body of a POST leaves in chunks, and once. */
export const electronServiceFetch = (net: Pick<Net, 'fetch' | 'request'>, sessions: Sessions): Fetch =>
  fetchWith(net, sessions, 'service-post', (own, url, init) => postInChunks(net, own, url, init))

type Post = (own: Session, url: string, init: RequestInit) => Promise<Response>

function fetchWith(net: Pick<Net, 'fetch'>, sessions: Sessions, name: string, post: Post): Fetch {
  const postAlone = onFreshConnections(sessions, name, post)
  return (url, init) =>
    init.method === 'POST'
      ? postAlone(url, init)
      : net.fetch(url, { ...init, credentials: 'omit', bypassCustomProtocolHandlers: true })
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
