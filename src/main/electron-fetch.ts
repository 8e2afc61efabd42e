import type { Net, Session, session } from 'electron'
import type { Fetch } from './network/fetch.ts'

/**
 * Fetch by Chromium's network stack: the system's proxy, PAC and certificates count. No cookie is kept or sent, and
 * the app's own protocol is no address of the network. What a POST asks for is never done twice by it: on a connection
 * that was used before, Chromium sends any request again, unsaid, should the connection break without an answer
 * (net/http/http_network_transaction.cc, ShouldResendRequest). So each POST has a connection of its own.
 */
export function electronFetch(
  net: Pick<Net, 'fetch'>,
  sessions: Pick<typeof session, 'fromPartition'>,
): Fetch {
  const post = onFreshConnections(sessions)
  return (url, init) =>
    init.method === 'POST'
      ? post(url, { ...init, credentials: 'omit' })
      : net.fetch(url, { ...init, credentials: 'omit', bypassCustomProtocolHandlers: true })
}

/** Connections belong to a session: one is no other request's until its answer has been read to its end. */
function onFreshConnections({ fromPartition }: Pick<typeof session, 'fromPartition'>): Fetch {
  const idle: Session[] = []
  let made = 0
  return async (url, init) => {
    const own = idle.pop() ?? fromPartition(`post-${++made}`, { cache: false })
    const done = (): void => void idle.push(own)
    try {
      await own.closeAllConnections()
      return onceRead(await own.fetch(url, init), done)
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
