import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awaitBrowser, type BrowserReturn } from '../../../src/core/auth/browser-return.ts'
import { accountOf, openAuthApp } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { oslo } from '../../support/authority/directory.ts'
import { absentPerson, person } from '../../support/authority/person.ts'

const pages = { success: '<p>in</p>', error: '<p>out</p>' }
const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
})

let authority: Authority
beforeAll(async () => {
  authority = await startAuthority()
})
afterAll(() => authority.close())

async function listening(work: (listener: BrowserReturn) => Promise<void>): Promise<void> {
  const listener = await awaitBrowser('the-state', pages)
  try {
    await work(listener)
  } finally {
    listener.close()
  }
}

/** Sends without an end, and answers how many bytes were taken until the other side had had enough. */
async function sendEndlessly(port: number, head: string, part: string): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve())
  })
  socket.resume()
  socket.write(head)
  while (!socket.destroyed && socket.bytesWritten < 20_000_000)
    if (!socket.write(part))
      await Promise.race([closed, new Promise<void>((resolve) => void socket.once('drain', resolve))])
  socket.destroy()
  return socket.bytesWritten
}

const part = `${(64 * 1024).toString(16)}\r\n${'a'.repeat(64 * 1024)}\r\n`
const chunked =
  'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n'

describe('what comes back from the browser', () => {
  test('is the code, or why there is none, and the page that says so', () =>
    listening(async ({ address, brought }) => {
      expect(address).toMatch(/^http:\/\/localhost:\d+$/)
      const answer = await fetch(
        address,
        form({ code: 'c', client_info: 'i', state: 'the-state', more: 'x' }),
      )
      expect(await answer.text()).toBe(pages.success)
      expect(await brought).toEqual({ code: 'c', clientInfo: 'i' })
    }))

  test('may be a refusal', () =>
    listening(async ({ address, brought }) => {
      const fields = { error: 'access_denied', error_description: 'No.', suberror: 's', state: 'the-state' }
      expect(await (await fetch(address, form(fields))).text()).toBe(pages.error)
      expect(await brought).toEqual({ error: 'access_denied', description: 'No.', suberror: 's' })
    }))

  test.each<[string, string, RequestInit, number]>([
    ['another state', '', form({ code: 'c', state: 'another' }), 400],
    ['no state', '', form({ code: 'c' }), 400],
    ['neither code nor error', '', form({ state: 'the-state' }), 400],
    ['a code in the address', '/?code=c&state=the-state', {}, 405],
    ['a picture', '/favicon.ico', {}, 405],
    ['another path', '/callback', form({ code: 'c', state: 'the-state' }), 404],
    ['no form', '/', { method: 'POST', body: 'code=c&state=the-state' }, 415],
    ['another method', '/', { ...form({ code: 'c', state: 'the-state' }), method: 'PUT' }, 405],
    ['a form that is too large', '/', form({ code: 'c'.repeat(20_000), state: 'the-state' }), 413],
    ['headers that are too large', '/', { ...form({}), headers: { Cookie: 'c'.repeat(20_000) } }, 431],
  ])('is not %s, which changes nothing', (_, path, init, status) =>
    listening(async ({ address, brought }) => {
      expect((await fetch(`${address}${path}`, init)).status).toBe(status)
      await fetch(address, form({ code: 'c', state: 'the-state' }))
      expect(await brought).toEqual({ code: 'c' })
    }),
  )

  test('is not two states in one form', () =>
    listening(async ({ address }) => {
      const body = new URLSearchParams('code=c&state=the-state&state=the-state')
      expect((await fetch(address, { method: 'POST', body })).status).toBe(400)
    }))
})

test('whoever sends without an end during a sign-in is cut off soon, and the sign-in goes on', async () => {
  const somebody = person(oslo)
  const away = absentPerson()
  const { authenticator } = openAuthApp(authority, { openBrowser: away.open })
  const signingIn = authenticator.signIn({})
  await expect.poll(() => away.opened.length).toBe(1)
  const redirect = new URL(new URL(away.opened[0] ?? '').searchParams.get('redirect_uri') ?? '')
  const port = Number(redirect.port)

  // What the system holds between the two is some hundred kB.
  expect(await sendEndlessly(port, chunked, part)).toBeLessThan(10_000_000)
  expect(await sendEndlessly(port, 'GET / HTTP/1.1\r\nX: ', 'a'.repeat(64 * 1024))).toBeLessThan(10_000_000)

  await somebody.open(away.opened[0] ?? '')
  expect(accountOf(await signingIn).username).toBe(oslo.username)
})
