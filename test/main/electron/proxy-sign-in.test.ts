import { createServer } from 'node:http'
import type { AuthInfo } from 'electron'
import { expect, test } from 'vitest'
import { electronFetch } from '../../../src/main/electron/electron-fetch.ts'
import { createProxySignIn } from '../../../src/main/electron/proxy-sign-in.ts'
import type { ProxyQuestion } from '../../../src/shared/proxy.ts'
import { createNet } from '../../electron-host/electron/network.ts'
import { createSchemes } from '../../electron-host/schemes.ts'
import { closeServer, listenOnLoopback } from '../../support/loopback.ts'

const asks: AuthInfo = { isProxy: true, scheme: 'basic', host: 'proxy', port: 8080, realm: 'Contoso' }
const admin = { username: 'admin', password: 'right' }

function signIn() {
  const changes: (ProxyQuestion | undefined)[] = []
  let now = 0
  const proxy = createProxySignIn({ now: () => now, changed: (question) => void changes.push(question) })
  /** What a request is answered, once it is. */
  const asked = (listener: ReturnType<typeof proxy.login>, info = asks): Promise<readonly unknown[]> =>
    new Promise((resolve) => listener(info, (...given) => resolve(given)))
  return {
    ...{ proxy, changes, asked },
    pass(ms: number) {
      now += ms
    },
  }
}

test('one question stands for all that wait for a proxy, and its answer for all that come after', async () => {
  const { proxy, changes, asked } = signIn()
  const waiting = [asked(proxy.login()), asked(proxy.login())]
  const question = { id: 1, proxy: 'proxy:8080', realm: 'Contoso', isBasic: true, wasRefused: false }
  expect(changes).toEqual([question])
  expect(proxy.question()).toEqual(question)

  expect(proxy.answer({ id: 1, credentials: admin })).toBe(true)
  expect(await Promise.all(waiting)).toEqual([Object.values(admin), Object.values(admin)])
  expect(await asked(proxy.login())).toEqual(Object.values(admin))
  expect(changes).toEqual([question, undefined])
})

test('nobody but the proxy that asked gets the password: no server, and no other port, host, realm or kind', async () => {
  const { proxy, changes, asked } = signIn()
  const first = asked(proxy.login())
  proxy.answer({ id: 1, credentials: admin })
  await first

  expect(await asked(proxy.login(), { ...asks, isProxy: false })).toEqual([])
  expect(changes).toHaveLength(2)
  for (const other of [{ port: 8081 }, { host: 'other' }, { realm: 'Fabrikam' }, { scheme: 'digest' }]) {
    const answered = asked(proxy.login(), { ...asks, ...other })
    const question = proxy.question()
    expect(question).toBeDefined()
    proxy.answer({ id: question?.id ?? 0 })
    expect(await answered).toEqual([])
  }
})

test('what the proxy refuses is forgotten, and asked for again', async () => {
  const { proxy, asked } = signIn()
  const listener = proxy.login()
  const first = asked(listener)
  proxy.answer({ id: 1, credentials: { ...admin, password: 'wrong' } })
  expect(await first).toEqual(['admin', 'wrong'])

  const again = asked(listener)
  expect(proxy.question()).toMatchObject({ id: 2, wasRefused: true })
  // An answer to the question before is none to this one.
  expect(proxy.answer({ id: 1, credentials: admin })).toBe(false)
  proxy.answer({ id: 2, credentials: admin })
  expect(await again).toEqual(Object.values(admin))
})

test('whoever cancels is left in peace for a minute', async () => {
  const { proxy, asked, pass } = signIn()
  const first = asked(proxy.login())
  proxy.answer({ id: 1 })
  expect(await first).toEqual([])

  expect(await asked(proxy.login())).toEqual([])
  expect(proxy.question()).toBeUndefined()
  pass(60_000)
  void asked(proxy.login())
  expect(proxy.question()).toMatchObject({ id: 2 })
})

test('a request through a proxy that asks goes on with the answer', async () => {
  const seen: (string | undefined)[] = []
  const server = createServer(({ url, headers }, response) => {
    const given = headers['proxy-authorization']
    seen.push(given)
    if (given === `Basic ${btoa('admin:right')}`) response.end(`through to ${url}`)
    else response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="Contoso"' }).end()
  })
  const port = await listenOnLoopback(server)
  const net = createNet(createSchemes(), () => `127.0.0.1:${port}`)
  const { proxy, changes } = signIn()
  const answer = electronFetch(net, {} as never, proxy.login)('http://service.invalid/', {})
  await expect.poll(() => changes.length).toBe(1)
  expect(changes[0]).toMatchObject({ proxy: `127.0.0.1:${port}`, realm: 'Contoso', isBasic: true })
  proxy.answer({ id: 1, credentials: admin })

  expect(await (await answer).text()).toBe('through to http://service.invalid/')
  expect(seen).toEqual([undefined, `Basic ${btoa('admin:right')}`])
  await closeServer(server)
})
