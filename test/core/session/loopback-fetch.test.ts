import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createLoopbackFetch } from '../../../src/core/session/loopback-fetch.ts'
import { closeServer, listenOnLoopback } from '../../support/loopback.ts'

test('a call is sent once, with its headers and text, and answered with status, headers and body', async () => {
  const seen: string[] = []
  const server = createServer(async (request, response) => {
    const text = (await request.setEncoding('utf8').toArray()).join('')
    seen.push(`${request.method} ${request.url} ${request.headers['x-a']} ${text}`)
    response.writeHead(409, { 'Content-Type': 'application/json', Warning: ['one', 'two'] }).end('{"ü":1}')
  })
  const port = await listenOnLoopback(server)
  onTestFinished(() => closeServer(server))
  const fetch = createLoopbackFetch()
  const answer = await fetch(`http://127.0.0.1:${port}/a?b=c`, {
    ...{ method: 'POST', headers: { 'X-A': 'b' }, body: '["é"]' },
  })
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('warning')]).toEqual([
    ...[409, 'application/json', 'one, two'],
  ])
  expect(await answer.json()).toEqual({ ü: 1 })
  expect(seen).toEqual(['POST /a?b=c b ["é"]'])
})

test('a call rejects as soon as it is given up', async () => {
  const server = createServer(() => undefined)
  const port = await listenOnLoopback(server)
  onTestFinished(() => closeServer(server))
  const giveUp = new AbortController()
  const call = createLoopbackFetch()(`http://127.0.0.1:${port}/`, { signal: giveUp.signal })
  giveUp.abort()
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
})

test('a call rejects where nobody listens', async () => {
  const server = createServer()
  const port = await listenOnLoopback(server)
  await closeServer(server)
  await expect(createLoopbackFetch()(`http://127.0.0.1:${port}/`, {})).rejects.toMatchObject({
    code: expect.stringMatching(/^ECONN/),
  })
})
