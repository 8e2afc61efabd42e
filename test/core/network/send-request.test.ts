import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type HttpRequest, sendRequest } from '../../../src/core/network/send-request.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const limits = { bytes: 1000, values: 100, items: 100 }

async function requestTo(answer: RequestListener): Promise<HttpRequest> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...{ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {}, limitMs: 60_000 },
    limitsOf: () => limits,
  }
}

/** A limit of time that is over when the test says so. */
function heldLimit() {
  const { promise, resolve: isOver } = Promise.withResolvers<void>()
  return { sleep: () => promise, isOver }
}

test('any answer is one, whatever its status; a redirect is not followed', async () => {
  let asked = 0
  const request = await requestTo((_, response) => {
    asked++
    response.writeHead(302, { Location: '/elsewhere' }).end('over there')
  })

  expect(await sendRequest(fetch, request)).toMatchObject({
    ...{ kind: 'answered', status: 302, body: { text: 'over there', end: 'whole' }, ended: undefined },
  })
  expect(asked).toBe(1)
})

test('its answer is limited by its status, and only what is to be kept of it is', async () => {
  const request = await requestTo((_, response) => response.writeHead(403).end('x'.repeat(100)))
  const limitsOf = (status: number) => ({ ...limits, bytes: status === 403 ? 10 : 1000 })

  expect(await sendRequest(fetch, { ...request, limitsOf })).toMatchObject({ body: { end: 'too-large' } })
  const keepOf = () => ({ text: 'kept', end: 'whole' }) as const
  expect(await sendRequest(fetch, { ...request, keepOf })).toMatchObject({ body: { text: 'kept' } })
})

test('one without an answer in time is unanswered', async () => {
  const { sleep, isOver } = heldLimit()

  expect(await sendRequest(fetch, await requestTo(() => isOver()), sleep)).toMatchObject({
    ...{ kind: 'unanswered', status: undefined, ended: 'timed-out' },
  })
})

test('one whose answer does not end in time is cut, and says why', async () => {
  const { sleep, isOver } = heldLimit()
  const request = await requestTo(
    (_, response) => void response.writeHead(200).write('half', () => undefined),
  )
  const readThenOver: typeof fetch = async (url, init) => {
    const response = await fetch(url, init)
    isOver()
    return response
  }

  expect(await sendRequest(readThenOver, request, sleep)).toMatchObject({
    ...{ kind: 'answered', status: 200, body: { end: 'cut' }, ended: 'timed-out' },
  })
})

test('one that is stopped says so', async () => {
  const stop = new AbortController()
  const request = await requestTo(() => stop.abort())

  expect(await sendRequest(fetch, { ...request, signal: stop.signal })).toMatchObject({
    ...{ kind: 'unanswered', ended: 'stopped' },
  })
})

test('whatever goes wrong with its answer, it is a value: the request may have been received', async () => {
  const request = await requestTo((_, response) => response.end('{}'))
  const keepOf = (): never => {
    throw new Error('a bug')
  }

  expect(await sendRequest(fetch, { ...request, keepOf })).toMatchObject({
    ...{ kind: 'unanswered', status: 200, rejection: new Error('a bug') },
  })
})
