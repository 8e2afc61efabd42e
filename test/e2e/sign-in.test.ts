import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { SessionState, SignInRequest } from '../../src/shared/session.ts'
import { text } from '../../src/shared/text/index.ts'
import { contoso, fabrikam, oslo, partner } from '../support/authority/directory.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import {
  type MicrosoftOnLoopback,
  openedUrl,
  openedUrls,
  signInAs,
  startMicrosoft,
} from './support/microsoft.ts'
import { bridgeOf, type PageBridge } from './support/page-bridge.ts'
import { watchFront } from './support/watch-front.ts'

let microsoft: MicrosoftOnLoopback
let app: AppUnderTest
let bridge: PageBridge

const launch = async (...args: readonly string[]): Promise<void> => {
  app = await microsoft.launch({ args })
  bridge = bridgeOf(app.page)
}

beforeAll(async () => {
  microsoft = await startMicrosoft()
  await launch()
})
afterAll(async () => {
  await app.close()
  await microsoft.close()
})

/** Which page the app opens next, the first being 1. */
const nextPage = async (): Promise<number> => (await openedUrls(app)).length + 1

const signIn = (request: SignInRequest = { way: 'browser' }) => bridge.invoke('session:sign-in', request)
const state = (): Promise<SessionState> => bridge.value('session:get')

async function signedInAs(user = oslo, request: SignInRequest = { way: 'browser' }): Promise<SessionState> {
  const nth = await nextPage()
  const signing = signIn(request)
  await signInAs(app, user, nth)
  const answer = await signing
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

/** Each test begins where nobody is signed in or remembered. */
describe('in one app', () => {
  afterEach(async () => {
    for (const { id } of (await state()).accounts) await bridge.value('session:sign-out', { accountId: id })
  })

  test('at first nobody is signed in or remembered', async () => {
    expect(await state()).toEqual({ kind: 'signed-out', accounts: [] })
  })

  test('the browser shows the tenant, at once by its ID and then by its name, and brings the window back', async () => {
    const cameToFront = await watchFront(app)
    const changes = await bridge.listen('session:changed')
    const nth = await nextPage()
    const signing = signIn()
    expect(new URL(await openedUrl(app, nth)).origin).toBe(microsoft.authority.origin)
    expect(await state()).toEqual({ kind: 'signing-in', way: 'browser', accounts: [] })
    const visitor = await signInAs(app, oslo, nth)

    expect(await signing).toMatchObject({
      ok: true,
      value: {
        kind: 'signed-in',
        tenant: { id: contoso.id, simulated: false },
        operator: { username: oslo.username },
        storage: 'encrypted',
      },
    })
    await expect.poll(state).toMatchObject({
      tenant: { name: 'Contoso', domain: 'contoso.com' },
      accounts: [{ tenantName: 'Contoso' }],
    })
    expect((await changes.pushed()).map(({ kind }) => kind)).toEqual(['signing-in', 'signed-in', 'signed-in'])
    await changes.end()
    expect((await visitor.pages())[0]).toContain('signed in')
    expect(await cameToFront()).toBe(true)
    await app.page.getByText(contoso.id).first().waitFor()
  })

  test('the browser can be cancelled, and that is no failure', async () => {
    const nth = await nextPage()
    const signing = signIn()
    await openedUrl(app, nth)
    await bridge.value('session:cancel-sign-in')

    expect(await signing).toEqual({ ok: true, value: { kind: 'signed-out', accounts: [] } })
    expect(await signedInAs()).toMatchObject({ kind: 'signed-in' })
  })

  test('a second click joins the first', async () => {
    const nth = await nextPage()
    const both = [signIn(), signIn()]
    await signInAs(app, oslo, nth)

    const [first, second] = await Promise.all(both)
    expect(first).toMatchObject({ value: { kind: 'signed-in' } })
    expect(second).toEqual(first)
    expect(await nextPage()).toBe(nth + 1)
  })

  test('says when the browser cannot be opened, and a code does instead', async () => {
    await app.evaluate(({ shell }) => {
      const { openExternal } = shell
      shell.openExternal = async () => {
        shell.openExternal = openExternal
        throw new Error('no browser')
      }
    })
    expect(await signIn()).toMatchObject({
      ok: false,
      failure: { kind: 'sign-in', signIn: { kind: 'browser-failed' } },
    })
    const byCode = signIn({ way: 'device-code' })
    await expect.poll(state).toMatchObject({ kind: 'signing-in', code: { userCode: 'A1B2C3D4' } })
    microsoft.authority.answerDeviceCode(oslo)
    expect(await byCode).toMatchObject({ value: { kind: 'signed-in' } })
  })

  test('a code is shown, opens its page on request, and ends when somebody has entered it', async () => {
    const signing = signIn({ way: 'device-code' })
    await expect.poll(state).toEqual({
      kind: 'signing-in',
      way: 'device-code',
      code: {
        userCode: 'A1B2C3D4',
        verificationUri: `${microsoft.authority.origin}/device`,
        expiresAt: expect.any(Number),
      },
      accounts: [],
    })
    await bridge.value('session:open-code-page')
    expect((await openedUrls(app)).at(-1)).toBe(`${microsoft.authority.origin}/device`)
    microsoft.authority.answerDeviceCode(oslo)

    expect(await signing).toMatchObject({ value: { kind: 'signed-in', tenant: { id: contoso.id } } })
  })

  test('a code takes the place of a browser that nobody comes back from', async () => {
    const nth = await nextPage()
    const byBrowser = signIn()
    await openedUrl(app, nth)
    const byCode = signIn({ way: 'device-code' })
    expect(await byBrowser).toMatchObject({ ok: true, value: { kind: 'signing-in', way: 'device-code' } })
    await expect.poll(state).toHaveProperty('code')
    microsoft.authority.answerDeviceCode('decline')

    expect(await byCode).toMatchObject({ ok: true, value: { kind: 'signed-out' } })
  })

  test.each([
    [65001, 'invalid_grant', 'consent-missing'],
    [53003, 'access_denied', 'blocked'],
    [50076, 'interaction_required', 'mfa-needed'],
    [700016, 'unauthorized_client', 'app-unknown'],
  ])('AADSTS%i is a state with words, code, correlation ID and time', async (number, error, kind) => {
    microsoft.authority.next('authorization_code', { aadsts: { number, error } })
    const nth = await nextPage()
    const signing = signIn()
    await signInAs(app, oslo, nth)
    const signInFailure = {
      kind,
      message: expect.any(String),
      remedy: expect.any(String),
      code: `AADSTS${number}`,
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      at: expect.stringMatching(/^\d{4}-/),
    }

    expect(await signing).toMatchObject({ ok: false, failure: { kind: 'sign-in', signIn: signInFailure } })
    expect(await state()).toMatchObject({ kind: 'signed-out', failure: signInFailure })
    expect(await bridge.value('diagnostics:copy')).toContain(`AADSTS${number}`)
  })

  test('a tenant that does not exist opens no browser', async () => {
    const nth = await nextPage()
    expect(await signIn({ way: 'browser', tenant: 'nowhere.example' })).toMatchObject({
      failure: { signIn: { kind: 'no-such-tenant', code: 'AADSTS90002' } },
    })
    expect(await nextPage()).toBe(nth)
  })

  test('somebody else than was asked is remembered, and said', async () => {
    const { accounts } = await signedInAs(oslo)
    const [account] = accounts
    if (!account) throw new Error('Nobody is remembered')
    const nth = await nextPage()
    const again = signIn({ way: 'browser', accountId: account.id })
    await signInAs(app, partner, nth)

    expect(await again).toMatchObject({ failure: { signIn: { kind: 'other-account' } } })
    expect(await state()).toMatchObject({
      accountId: account.id,
      accounts: [{ username: oslo.username }, { username: partner.username }],
      failure: { kind: 'other-account' },
    })
  })

  test('the settings count from the next sign-in on: the tenant, and the client ID', async () => {
    await signedInAs(oslo)
    await bridge.value('settings:change', { tenant: fabrikam.domain })
    expect(await signedInAs(partner)).toMatchObject({ tenant: { id: fabrikam.id } })

    await bridge.value('settings:change', { clientId: '0f0f0f0f-1111-4222-8333-444444444444' })
    expect(await state()).toMatchObject({ kind: 'signed-in', tenant: { id: fabrikam.id } })
    const nth = await nextPage()
    const signing = signIn()
    const url = new URL(await openedUrl(app, nth))
    expect(url.searchParams.get('client_id')).toBe('0f0f0f0f-1111-4222-8333-444444444444')
    await bridge.value('session:cancel-sign-in')
    await signing
    await bridge.value('settings:change', { tenant: null, clientId: null })
  })

  test("a partner works in a customer's tenant, switches, and signs out of one and then the other: nothing of a sign-in is left", async () => {
    const pages = (await openedUrls(app)).length
    const customer = await signedInAs(partner, { way: 'browser', tenant: fabrikam.domain })
    expect(customer).toMatchObject({ tenant: { id: fabrikam.id } })
    const home = await signedInAs(oslo)
    expect(home).toMatchObject({ tenant: { id: contoso.id }, accounts: { length: 2 } })
    const [first, second] = home.accounts
    if (!first || !second) throw new Error('Two accounts were signed in')

    expect(await bridge.value('session:switch', { accountId: first.id })).toMatchObject({
      tenant: { id: fabrikam.id },
      operator: { username: partner.username },
    })
    expect(await openedUrls(app)).toHaveLength(pages + 2)
    expect(await bridge.value('session:sign-out', {})).toMatchObject({
      kind: 'signed-out',
      accounts: [{ id: second.id }],
    })
    await bridge.value('session:sign-out', { accountId: second.id })
    expect(await readdir(microsoft.userData)).not.toContain('sign-in')
  })
})

test('at the next launch settings, window and tenant are there, a sign-in that was withdrawn is mended, and one that cannot be read put aside', async () => {
  await signedInAs()
  await expect.poll(state).toMatchObject({ tenant: { name: 'Contoso' } })
  await bridge.value('settings:change', { theme: 'dark', region: 'APAC' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize())
  await app.closeWindow()
  await app.exited
  const calls = microsoft.authority.calls('openid-configuration')
  const signIns = microsoft.authority.calls('authorize')
  await launch()

  // By name, without a browser and without a call before it.
  expect(await state()).toMatchObject({
    kind: 'signed-in',
    tenant: { id: contoso.id, name: 'Contoso' },
    operator: { username: oslo.username },
  })
  await app.page.getByText(contoso.id).first().waitFor()
  expect(await openedUrls(app)).toEqual([])
  expect(microsoft.authority.calls('authorize')).toBe(signIns)
  expect(microsoft.authority.calls('openid-configuration')).toBe(calls)
  expect(await bridge.value('settings:get')).toMatchObject({ theme: 'dark', region: 'APAC' })
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMaximized())).toBe(
    true,
  )

  microsoft.authority.setTokenLifetime(1)
  await signedInAs()
  await app.close()
  microsoft.authority.revokeSessions()
  await launch()
  await expect.poll(state).toMatchObject({
    kind: 'signed-in',
    tenant: { id: contoso.id },
    renewal: { kind: 'interaction-required', code: 'AADSTS50173', correlationId: expect.any(String) },
  })
  expect(await openedUrls(app)).toEqual([])
  microsoft.authority.setTokenLifetime(3600)
  const { accountId } = (await state()) as Extract<SessionState, { kind: 'signed-in' }>
  const renewed = await signedInAs(oslo, { way: 'browser', ...(accountId !== undefined && { accountId }) })
  expect(renewed).toMatchObject({ kind: 'signed-in', accountId })
  expect(renewed).not.toHaveProperty('renewal')

  await app.close()
  await writeFile(join(microsoft.userData, 'sign-in'), 'torn')
  await launch('--sign-in-limit=300')
  expect(await state()).toEqual({ kind: 'signed-out', accounts: [] })
  const { message, remedy } = text.signIn.cache.unreadable
  expect(await bridge.value('settings:get')).toMatchObject({ troubles: [`${message} ${remedy}`] })
  expect(await readdir(microsoft.userData)).toContain('sign-in.unreadable')
})

test('nobody at the browser is waited for longer than the limit', async () => {
  expect(await signIn()).toMatchObject({ ok: false, failure: { signIn: { kind: 'timed-out' } } })
  expect(await state()).toMatchObject({ kind: 'signed-out', failure: { kind: 'timed-out' } })
})

// The last one: the authority is gone after it.
test('no network is said as such', async () => {
  await microsoft.authority.close()

  // By a code, which has a time of its own: this app gives a browser next to none.
  expect(await signIn({ way: 'device-code' })).toMatchObject({
    failure: { signIn: { kind: 'no-network' } },
  })
})
