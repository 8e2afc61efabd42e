import * as http from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import { accountOf, failureOf, openAuthApp } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { makeCertificate } from '../../support/authority/certificate.ts'
import { oslo } from '../../support/authority/directory.ts'
import { person } from '../../support/authority/person.ts'
import type { Reply } from '../../support/authority/reply.ts'
import type { Step } from '../../support/authority/step.ts'
import { listenOnLoopback } from '../../support/loopback.ts'

let authority: Authority
beforeAll(async () => {
  authority = await startAuthority()
})
afterAll(() => authority.close())

describe('a sign-in over a network that', () => {
  test.each<[what: string, reply: Reply, kind: string, words: RegExp]>([
    [
      'wants a sign-in of its own and shows its page',
      { html: '<h1>Welcome to Airport Wi-Fi</h1>' },
      'captive-portal',
      /web page came/,
    ],
    [
      'sends the request to its own page',
      { html: '', status: 302, location: 'https://portal.example/' },
      'captive-portal',
      /redirected/,
    ],
    [
      'says that it wants a sign-in',
      { html: 'Sign in', status: 511 },
      'captive-portal',
      /sign-in page of its own/,
    ],
    ['has a filter that blocks', { html: 'Forbidden by policy', status: 403 }, 'proxy', /status 403/],
    ['cuts answers', { cut: true }, 'no-network', /was lost/],
    ['garbles answers', { json: 'not what it should be' }, 'unexpected', /can't be read/],
    ['has trouble at the other end', { html: 'Service unavailable', status: 503 }, 'unavailable', /trouble/],
  ])('%s is told so before a browser opens', async (_, reply, kind, words) => {
    authority.next('openid-configuration', reply)
    const { open, opened } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })
    const failure = failureOf(await authenticator.signIn({}))
    expect(failure.kind).toBe(kind)
    expect(failure.message).toMatch(words)
    expect(failure.message).toContain(new URL(authority.origin).host)
    expect(opened).toEqual([])
  })

  test.each<[what: string, step: Step]>([
    ['at the redeeming of the code', 'authorization_code'],
    ['at a renewal', 'refresh_token'],
    ['at the request for a device code', 'devicecode'],
    ['while a device code waits', 'device_code'],
  ])('wants a sign-in of its own is recognised %s', async (_, step) => {
    const { authenticator } = openAuthApp(authority, { openBrowser: person(oslo).open })
    const account = step === 'refresh_token' ? accountOf(await authenticator.signIn({})) : undefined
    authority.next(step, { html: '<h1>Welcome to Airport Wi-Fi</h1>' })
    const outcome = account
      ? await authenticator.token(account.id, { resource: adminApiResource, renew: true })
      : step === 'authorization_code'
        ? await authenticator.signIn({})
        : await authenticator.signInByDeviceCode({ onCode: () => {} })
    expect(failureOf(outcome).kind).toBe('captive-portal')
  })

  test('does not answer ends at the time limit of the call', async () => {
    authority.next('openid-configuration', { silent: true })
    const asked = authority.calls('openid-configuration')
    const { authenticator, clock } = openAuthApp(authority, { callLimitMs: 20_000 })
    const signingIn = authenticator.signIn({})
    await expect.poll(() => authority.calls('openid-configuration')).toBe(asked + 1)
    clock.pass(20_000)
    const failure = failureOf(await signingIn)
    expect(failure.kind).toBe('no-network')
    expect(failure.message).toContain("didn't answer in time")
  })

  test('is not there, or has no name service, says so', async () => {
    // The system gives this port to nobody: one that was closed a moment ago may be another server's by now.
    const refused = openAuthApp(authority, { authorityHost: 'https://127.0.0.1:2' }).authenticator
    expect(failureOf(await refused.signIn({}))).toMatchObject({
      kind: 'no-network',
      message: 'No connection to 127.0.0.1:2 could be made.',
    })
    const nameless = openAuthApp(authority, { authorityHost: 'https://login.invalid' }).authenticator
    expect(failureOf(await nameless.signIn({}))).toMatchObject({
      kind: 'no-network',
      message: 'No address was found for login.invalid.',
    })
  })

  test('fails at a renewal keeps the account: the next renewal works', async () => {
    const { authenticator } = openAuthApp(authority, { openBrowser: person(oslo).open })
    const { id } = accountOf(await authenticator.signIn({}))
    authority.next('refresh_token', { cut: true })
    expect(failureOf(await authenticator.token(id, { resource: adminApiResource, renew: true })).kind).toBe(
      'no-network',
    )
    expect((await authenticator.token(id, { resource: adminApiResource, renew: true })).ok).toBe(true)
  })
})

describe('a proxy', () => {
  test.each([
    ['that asks for credentials', '407 Proxy Authentication Required', /user name and a password/],
    ['that opens no way', '502 Bad Gateway', /doesn't let the request through/],
  ])('%s is named', async (_, status, words) => {
    const proxy = http.createServer().on('connect', (_request, socket) => {
      socket.end(`HTTP/1.1 ${status}\r\nProxy-Authenticate: NTLM\r\n\r\n`)
    })
    const port = await listenOnLoopback(proxy)
    // The types of Node 24 do not know it yet (Node.js, "http.setGlobalProxyFromEnv", v24.14.0).
    const { setGlobalProxyFromEnv } = http as unknown as {
      setGlobalProxyFromEnv: (environment: Record<string, string>) => () => void
    }
    const restore = setGlobalProxyFromEnv({ https_proxy: `http://127.0.0.1:${port}` })
    try {
      const { authenticator } = openAuthApp(authority, { authorityHost: 'https://login.example' })
      const failure = failureOf(await authenticator.signIn({}))
      expect(failure.kind).toBe('proxy')
      expect(failure.message).toMatch(words)
    } finally {
      restore()
      proxy.close()
    }
  })
})

describe('a certificate', () => {
  test('that nobody here trusts is named, and nothing was sent', async () => {
    const inspecting = await startAuthority({ certificate: await makeCertificate() })
    const { authenticator } = openAuthApp(inspecting)
    const failure = failureOf(await authenticator.signIn({}))
    expect(failure.kind).toBe('tls')
    expect(failure.message).toContain('nothing was sent')
    expect(inspecting.calls('openid-configuration')).toBe(0)
    await inspecting.close()
  })

  test('that is out of date by the clock of this computer points at the clock first', async () => {
    const rejection = new TypeError('fetch failed', {
      cause: Object.assign(new Error('certificate is not yet valid'), { code: 'CERT_NOT_YET_VALID' }),
    })
    const { authenticator } = openAuthApp(authority, { fetch: () => Promise.reject(rejection) })
    const failure = failureOf(await authenticator.signIn({}))
    expect(failure.kind).toBe('clock-wrong')
    expect(failure.message).toMatch(/^By the clock of this computer \(\d{4}-\d\d-\d\d \d\d:\d\d UTC\)/)
  })
})

describe('a wrong clock', () => {
  test.each([
    [12 * 60_000, 'behind'],
    [-12 * 60_000, 'ahead'],
  ])('by %i ms is named when a renewal is refused, and by how much', async (offset, direction) => {
    const { authenticator } = openAuthApp(authority, { openBrowser: person(oslo).open })
    const { id } = accountOf(await authenticator.signIn({}))
    authority.setDateOffset(offset)
    authority.next('refresh_token', { aadsts: { number: 70008, text: 'The grant has expired.' } })
    const failure = failureOf(await authenticator.token(id, { resource: adminApiResource, renew: true }))
    authority.setDateOffset(0)
    expect(failure).toMatchObject({ kind: 'clock-wrong', code: 'AADSTS70008' })
    expect(failure.message).toMatch(new RegExp(`1[12] min \\d+ s ${direction}`))
  })

  test('of a few minutes is none, and one that matters not is not spoken of', async () => {
    const { authenticator } = openAuthApp(authority, { openBrowser: person(oslo).open })
    const { id } = accountOf(await authenticator.signIn({}))
    authority.setDateOffset(4 * 60_000)
    authority.next('refresh_token', { aadsts: { number: 70008 } })
    const slightly = failureOf(await authenticator.token(id, { resource: adminApiResource, renew: true }))
    authority.setDateOffset(60 * 60_000)
    authority.next('refresh_token', { aadsts: { number: 65001 } })
    const consent = failureOf(await authenticator.token(id, { resource: adminApiResource, renew: true }))
    authority.setDateOffset(0)
    expect([slightly.kind, consent.kind]).toEqual(['interaction-required', 'consent-missing'])
  })
})
