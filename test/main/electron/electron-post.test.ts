import { createServer as createSecureServer } from 'node:https'
import { createServer } from 'node:net'
import type { ClientRequestConstructorOptions, Net, Session } from 'electron'
import { describe, expect, test } from 'vitest'
import { readRejection } from '../../../src/core/network/rejection.ts'
import { electronServiceFetch } from '../../../src/main/electron/electron-fetch.ts'
import { postInChunks } from '../../../src/main/electron/electron-post.ts'
import { createNet } from '../../electron-host/electron/network.ts'
import { createSchemes } from '../../electron-host/schemes.ts'
import { makeCertificate } from '../../support/authority/certificate.ts'
import { listenOnLoopback } from '../../support/loopback.ts'
import { fates, postCounter } from '../../support/post-counter.ts'
import { smallServer } from '../../support/small-server.ts'

const body = '[{"userName":"søren@contoso.com"}]'
const post: RequestInit = { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }
const noProxy = () => () => expect.fail('No proxy asks here.')
const own = { name: 'own' } as unknown as Session

/** The network of the stand-in for Electron, and what it was asked for. */
function watchedNet() {
  const net = createNet(createSchemes())
  const asked: ClientRequestConstructorOptions[] = []
  const chunks: string[] = []
  const request: Net['request'] = (options) => {
    asked.push(options as ClientRequestConstructorOptions)
    const made = net.request(options)
    const { write, end } = made
    made.write = (chunk, ...more) => {
      chunks.push(`${made.chunkedEncoding ? 'chunk' : 'whole'} of ${chunk.length}`)
      return write.call(made, chunk, ...more)
    }
    made.end = (chunk, ...more) => {
      chunks.push(`last of ${chunk?.length}`)
      return end.call(made, chunk, ...more)
    }
    return made
  }
  return { net: { request }, asked, chunks }
}

const send = (url: string, init: RequestInit = post): Promise<Response> =>
  postInChunks(watchedNet().net, noProxy(), own, url, init)

/** How its sender reads the rejection of a POST. */
const rejectionOf = (sent: Promise<Response>) =>
  sent.then(
    () => expect.fail('There is an answer.'),
    (rejection) => readRejection(rejection),
  )

describe('a POST to the service', () => {
  test('leaves in chunks, the first byte before the rest, and is answered', async () => {
    const server = await smallServer(({ body }, response) =>
      response.writeHead(201, { 'Retry-After': '7' }).end(JSON.stringify(body)),
    )
    const { net, asked, chunks } = watchedNet()
    const answer = await postInChunks(net, noProxy(), own, server.baseUrl, post)
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([201, '7', body])
    await server.close()
    expect(chunks).toEqual(['chunk of 1', `last of ${Buffer.byteLength(body) - 1}`])
    expect(asked).toMatchObject([{ method: 'POST', session: own, credentials: 'omit', redirect: 'manual' }])
    expect(server.seen).toMatchObject([{ body, headers: { 'transfer-encoding': 'chunked' } }])
    expect(server.seen[0]?.headers).toHaveProperty('content-type', 'application/json')
  })

  test('has an answer without content', async () => {
    const server = await smallServer((_, response) => response.writeHead(204).end())
    const answer = await send(server.baseUrl)
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    await server.close()
  })

  test.each(Object.keys(fates))('leaves once, whatever follows: %s', async (fate) => {
    const counter = await postCounter(fates[fate] ?? expect.fail())
    await send(counter.baseUrl)
      .then((answer) => answer.text())
      .catch((rejection) => expect(readRejection(rejection).sent).not.toBe('no'))
    await counter.close()
    expect(counter.whole).toEqual([body])
  })

  test.each(['a reset', 'an end without an answer', '307'])(
    'may have been sent where it ends in %s',
    async (fate) => {
      const counter = await postCounter(fates[fate] ?? expect.fail())
      expect(await rejectionOf(send(counter.baseUrl))).toMatchObject({ sent: 'maybe' })
      await counter.close()
    },
  )

  test('was not sent where nobody listens', async () => {
    const server = createServer()
    const port = await listenOnLoopback(server as never)
    await new Promise((closed) => server.close(closed))
    expect(await rejectionOf(send(`http://127.0.0.1:${port}`))).toEqual({ reason: 'refused', sent: 'no' })
  })

  test('was not sent to whose certificate is not trusted', async () => {
    const server = createSecureServer(await makeCertificate(), (_, response) => response.end('{}'))
    const port = await listenOnLoopback(server as never)
    expect(await rejectionOf(send(`https://127.0.0.1:${port}`))).toEqual({
      reason: 'certificate',
      sent: 'no',
    })
    server.close()
  })

  test('was not sent while the connection is being made, however long that takes', async () => {
    // Takes connections, and says nothing of TLS.
    const server = createServer((socket) => socket.on('data', () => given.abort()))
    const given = new AbortController()
    const port = await listenOnLoopback(server as never)
    const sent = send(`https://127.0.0.1:${port}`, { ...post, signal: given.signal })
    expect(await rejectionOf(sent)).toEqual({ reason: 'lost', sent: 'no' })
    server.close()
  })

  test('may have been sent when it is given up before its answer', async () => {
    const given = new AbortController()
    const counter = await postCounter(() => given.abort())
    const sent = send(counter.baseUrl, { ...post, signal: given.signal })
    expect(await rejectionOf(sent)).toEqual({ reason: 'lost', sent: 'maybe' })
    await counter.close()
    expect(counter.whole).toEqual([body])
  })

  test('is not begun once it is given up', async () => {
    const counter = await postCounter(() => undefined)
    const sent = send(counter.baseUrl, { ...post, signal: AbortSignal.abort() })
    expect(await rejectionOf(sent)).toEqual({ reason: 'lost', sent: 'no' })
    await counter.close()
    expect(counter.whole).toEqual([])
  })

  test('breaks off with its answer when it is given up half-way', async () => {
    const given = new AbortController()
    const counter = await postCounter((response) => void response.writeHead(200).write('{"batch'))
    const answer = await send(counter.baseUrl, { ...post, signal: given.signal })
    given.abort()
    await expect(answer.text()).rejects.toThrow()
    await counter.close()
  })

  test('has a connection of its own', async () => {
    const counter = await postCounter((response) => response.end('{}'))
    const { net, asked } = watchedNet()
    const closed: string[] = []
    const fromPartition = (name: string) => ({
      name,
      closeAllConnections: async () => void closed.push(name),
    })
    const fetch = electronServiceFetch(net, { fromPartition } as never, noProxy)
    await Promise.all([1, 2].map(() => fetch(counter.baseUrl, post)))
    expect(asked.map(({ session }) => session)).toEqual([
      expect.objectContaining({ name: 'service-post-1' }),
      expect.objectContaining({ name: 'service-post-2' }),
    ])
    expect(closed).toEqual(['service-post-1', 'service-post-2'])
    await counter.close()
  })
})
