import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import { accountOf, claimsOf, failureOf, openAuthApp, tokenOf } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { contoso, oslo } from '../../support/authority/directory.ts'
import { absentPerson, type Person, person } from '../../support/authority/person.ts'

let authority: Authority
beforeAll(async () => {
  authority = await startAuthority()
})
afterAll(() => authority.close())

describe('signing in with the browser', () => {
  test('gives the account of the tenant that the token is for, and a token of it', async () => {
    const { open } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })

    const account = accountOf(await authenticator.signIn({}))

    expect(account).toMatchObject({
      username: 'admin.oslo@contoso.com',
      name: 'Oslo Admin',
      tenantId: contoso.id,
    })
    const claims = claimsOf(
      tokenOf(await authenticator.token(account.id, { resource: adminApiResource, renew: false })),
    )
    expect(claims).toMatchObject({ tid: contoso.id, upn: 'admin.oslo@contoso.com' })
    expect(await authenticator.accounts()).toEqual([account])
  })

  test('asks for the Teams admin service, and which account, with PKCE and a nonce', async () => {
    const { open } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })
    await authenticator.signIn({})

    const asked = authority.last('authorize')
    expect(asked.get('scope')).toContain('48ac35b8-9aa8-4d74-927d-1f4a14a0b239/.default')
    expect(asked.get('prompt')).toBe('select_account')
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('nonce')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('offers the account and proves the claims that an earlier failure asked for', async () => {
    const { open } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    await authenticator.signIn({ loginHint: oslo.username, claims })

    const asked = authority.last('authorize')
    expect(asked.get('login_hint')).toBe(oslo.username)
    expect(asked.get('prompt')).toBeNull()
    expect(JSON.parse(asked.get('claims') ?? '')).toMatchObject(JSON.parse(claims))
  })

  test('shows our own page in the browser', async () => {
    const { open, pages } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })
    await authenticator.signIn({})
    expect(await pages()).toEqual(['You are signed in'])
  })

  test('is one sign-in for two clicks', async () => {
    const { open, opened } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })

    const [first, second] = await Promise.all([authenticator.signIn({}), authenticator.signIn({})])

    expect(second).toEqual(first)
    expect(first.ok).toBe(true)
    expect(opened).toHaveLength(1)
  })

  test('that the person declines says so, and so does the page', async () => {
    authority.next('authorize', {
      aadsts: { number: 65004, error: 'access_denied', text: 'User declined to consent to access the app.' },
    })
    const { open, pages } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })

    const failure = failureOf(await authenticator.signIn({}))

    expect(failure).toMatchObject({ kind: 'cancelled', code: 'AADSTS65004' })
    expect(failure.said).toContain('declined to consent')
    expect(await pages()).toEqual(['You are not signed in'])
  })

  test('fails with a way on when no browser can be opened', async () => {
    const { authenticator, store } = openAuthApp(authority, {
      openBrowser: () => Promise.reject(new Error('no handler for https')),
    })
    const failure = failureOf(await authenticator.signIn({}))
    expect(failure.kind).toBe('browser-failed')
    expect(failure.remedy).toContain('code')
    expect(store.bytes).toBeUndefined()
  })
})

describe('cancelling', () => {
  test('ends the wait for the person, which nothing else ends, and the port with it', async () => {
    const away = absentPerson()
    const { authenticator, store } = openAuthApp(authority, { openBrowser: away.open })
    const cancel = new AbortController()
    const signingIn = authenticator.signIn({ signal: cancel.signal })
    await pageOpened(away)

    cancel.abort()
    expect(failureOf(await signingIn).kind).toBe('cancelled')

    await expect.poll(() => isListening(redirectPort(away))).toBe(false)
    expect(await authenticator.accounts()).toEqual([])
    expect(store.bytes).toBeUndefined()
  })

  test('by the second click cancels for the first one too', async () => {
    const away = absentPerson()
    const { authenticator } = openAuthApp(authority, { openBrowser: away.open })
    const cancel = new AbortController()
    const first = authenticator.signIn({})
    const second = authenticator.signIn({ signal: cancel.signal })
    await pageOpened(away)
    cancel.abort()
    expect([failureOf(await first).kind, failureOf(await second).kind]).toEqual(['cancelled', 'cancelled'])
  })

  test('works before the browser is open, and no page opens afterwards', async () => {
    authority.next('openid-configuration', { silent: true })
    const away = absentPerson()
    const { authenticator } = openAuthApp(authority, { openBrowser: away.open })
    const asked = authority.calls('openid-configuration')
    const cancel = new AbortController()
    const signingIn = authenticator.signIn({ signal: cancel.signal })
    await expect.poll(() => authority.calls('openid-configuration')).toBe(asked + 1)
    cancel.abort()
    expect(failureOf(await signingIn).kind).toBe('cancelled')
    expect(away.opened).toEqual([])
  })

  test('works while the system is still opening the browser', async () => {
    let url = ''
    const { authenticator } = openAuthApp(authority, {
      openBrowser: (opened) => {
        url = opened
        return new Promise(() => {})
      },
    })
    const cancel = new AbortController()
    const signingIn = authenticator.signIn({ signal: cancel.signal })
    await expect.poll(() => url).not.toBe('')
    cancel.abort()
    expect(failureOf(await signingIn).kind).toBe('cancelled')
  })

  test('works while the code is redeemed, and keeps nothing of it', async () => {
    authority.next('authorization_code', { silent: true })
    const { open } = person(oslo)
    const { authenticator, store } = openAuthApp(authority, { openBrowser: open })
    const redeemed = authority.calls('authorization_code')
    const cancel = new AbortController()
    const signingIn = authenticator.signIn({ signal: cancel.signal })
    await expect.poll(() => authority.calls('authorization_code')).toBe(redeemed + 1)
    cancel.abort()
    expect(failureOf(await signingIn).kind).toBe('cancelled')
    expect(store.bytes).toBeUndefined()
  })

  test('with a signal that was aborted before asks nobody', async () => {
    const before = authority.calls('openid-configuration')
    const { authenticator } = openAuthApp(authority)
    expect(failureOf(await authenticator.signIn({ signal: AbortSignal.abort() })).kind).toBe('cancelled')
    expect(authority.calls('openid-configuration')).toBe(before)
  })

  test('leaves the way free for another sign-in', async () => {
    const away = absentPerson()
    const here = person(oslo)
    let browser: Person = away
    const { authenticator } = openAuthApp(authority, { openBrowser: (url) => browser.open(url) })
    const cancel = new AbortController()
    const first = authenticator.signIn({ signal: cancel.signal })
    await pageOpened(away)
    cancel.abort()
    await first
    browser = here
    expect((await authenticator.signIn({})).ok).toBe(true)
  })
})

describe('the time limit', () => {
  test('ends the wait for a person who does not come back', async () => {
    const away = absentPerson()
    const { authenticator, clock } = openAuthApp(authority, { openBrowser: away.open, timeLimitMs: 300_000 })
    const signingIn = authenticator.signIn({})
    await pageOpened(away)

    clock.pass(300_000)

    const failure = failureOf(await signingIn)
    expect(failure).toMatchObject({ kind: 'timed-out' })
    expect(failure.message).toContain('5 min')
    expect(failure.correlationId).toBe(correlationIdOf(away))
    await expect.poll(() => isListening(redirectPort(away))).toBe(false)
  })
})

const pageOpened = (someone: Person): Promise<void> => expect.poll(() => someone.opened.length).toBe(1)

const parameter = ({ opened }: Person, name: string): string =>
  new URL(opened[0] ?? '').searchParams.get(name) ?? ''

const correlationIdOf = (someone: Person): string => parameter(someone, 'client-request-id')
const redirectPort = (someone: Person): string => new URL(parameter(someone, 'redirect_uri')).port

const isListening = (port: string): Promise<boolean> =>
  new Promise((resolve) => {
    request({ host: '127.0.0.1', port, path: '/favicon.ico' }, (answer) => {
      answer.resume()
      resolve(true)
    })
      .on('error', () => resolve(false))
      .end()
  })
