import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import { type AuthApp, accountOf, failureOf, openAuthApp, tokenOf } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { oslo } from '../../support/authority/directory.ts'
import { person } from '../../support/authority/person.ts'

let authority: Authority
beforeEach(async () => {
  authority = await startAuthority()
})
afterEach(async () => {
  vi.useRealTimers()
  await authority.close()
})

async function signedIn(): Promise<{ app: AuthApp; accountId: string }> {
  const app = openAuthApp(authority, { openBrowser: person(oslo).open })
  return { app, accountId: accountOf(await app.authenticator.signIn({})).id }
}

describe('a token', () => {
  test('comes from the cache while it is good, without a call', async () => {
    const { app, accountId } = await signedIn()
    const asked = authority.calls('openid-configuration')
    const first = tokenOf(
      await app.authenticator.token(accountId, { resource: adminApiResource, renew: false }),
    )
    expect(
      tokenOf(await app.authenticator.token(accountId, { resource: adminApiResource, renew: false })),
    ).toBe(first)
    expect(authority.calls('refresh_token')).toBe(0)
    expect(authority.calls('openid-configuration')).toBe(asked)
  })

  test('comes from the store after a restart, without a call and without a browser', async () => {
    const { app, accountId } = await signedIn()
    const token = tokenOf(
      await app.authenticator.token(accountId, { resource: adminApiResource, renew: false }),
    )
    const { authenticator } = app.restart()
    expect(tokenOf(await authenticator.token(accountId, { resource: adminApiResource, renew: false }))).toBe(
      token,
    )
    expect(authority.calls('refresh_token')).toBe(0)
    expect(authority.calls('authorize')).toBe(1)
  })

  test('that runs out is renewed, once for all who ask, and the renewed one is kept', async () => {
    const { app, accountId } = await signedIn()
    const old = tokenOf(
      await app.authenticator.token(accountId, { resource: adminApiResource, renew: false }),
    )
    pass(minutes(56))
    const tokens = await Promise.all(
      [1, 2, 3, 4].map(() =>
        app.authenticator.token(accountId, { resource: adminApiResource, renew: false }),
      ),
    )
    expect(new Set(tokens.map(tokenOf)).size).toBe(1)
    expect(tokens.map(tokenOf)).not.toContain(old)
    expect(authority.calls('refresh_token')).toBe(1)
    const { authenticator } = app.restart()
    expect(tokenOf(await authenticator.token(accountId, { resource: adminApiResource, renew: false }))).toBe(
      tokens.map(tokenOf)[0],
    )
  })

  test('that the service has refused is replaced, although it looked good', async () => {
    const { app, accountId } = await signedIn()
    const refused = tokenOf(
      await app.authenticator.token(accountId, { resource: adminApiResource, renew: false }),
    )
    const [plain, renewed, too] = await Promise.all([
      app.authenticator.token(accountId, { resource: adminApiResource, renew: false }),
      app.authenticator.token(accountId, { resource: adminApiResource, renew: true }),
      app.authenticator.token(accountId, { resource: adminApiResource, renew: true }),
    ])
    expect(tokenOf(plain)).toBe(refused)
    expect(tokenOf(renewed)).not.toBe(refused)
    expect(tokenOf(too)).toBe(tokenOf(renewed))
    expect(authority.calls('refresh_token')).toBe(1)
  })

  test('for polling every five seconds through 30 minutes costs two calls, those of the sign-in', async () => {
    const { app, accountId } = await signedIn()
    for (let second = 0; second < 30 * 60; second += 5) {
      expect(
        (await app.authenticator.token(accountId, { resource: adminApiResource, renew: false })).ok,
      ).toBe(true)
      pass(5000)
    }
    const calls = (['openid-configuration', 'authorization_code', 'refresh_token'] as const).map((step) =>
      authority.calls(step),
    )
    expect(calls).toEqual([1, 1, 0])
  })

  test('is not waited for by a caller who gave up; the others get it', async () => {
    const { app, accountId } = await signedIn()
    const cancel = new AbortController()
    const impatient = app.authenticator.token(accountId, {
      resource: adminApiResource,
      renew: true,
      signal: cancel.signal,
    })
    const patient = app.authenticator.token(accountId, { resource: adminApiResource, renew: true })
    cancel.abort()
    expect(failureOf(await impatient).kind).toBe('cancelled')
    expect((await patient).ok).toBe(true)
  })

  test('of an account that was never here is a sign-in away', async () => {
    const { authenticator } = openAuthApp(authority)
    expect(
      failureOf(await authenticator.token('nobody', { resource: adminApiResource, renew: false })).kind,
    ).toBe('interaction-required')
  })
})

describe('a renewal that needs the person', () => {
  test('says so after the sessions were revoked, and a new sign-in mends it', async () => {
    const { app, accountId } = await signedIn()
    authority.revokeSessions()
    const failure = failureOf(
      await app.authenticator.token(accountId, { resource: adminApiResource, renew: true }),
    )
    expect(failure).toMatchObject({ kind: 'interaction-required', code: 'AADSTS50173' })
    expect(failure.at).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(await app.authenticator.accounts()).toHaveLength(1)

    expect(accountOf(await app.authenticator.signIn({ loginHint: oslo.username })).id).toBe(accountId)
    expect((await app.authenticator.token(accountId, { resource: adminApiResource, renew: true })).ok).toBe(
      true,
    )
    expect(await app.authenticator.accounts()).toHaveLength(1)
  })

  test('is found out once for all who ask at the same time', async () => {
    const { app, accountId } = await signedIn()
    authority.revokeSessions()
    pass(minutes(56))
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => app.authenticator.token(accountId, { resource: adminApiResource, renew: false })),
    )
    expect(outcomes.map((outcome) => failureOf(outcome).kind)).toEqual(Array(3).fill('interaction-required'))
    expect(authority.calls('refresh_token')).toBe(1)
  })

  test('hands on the claims that the next sign-in has to prove', async () => {
    const { app, accountId } = await signedIn()
    const claims = '{"access_token":{"capolids":{"essential":true,"values":["p1"]}}}'
    authority.next('refresh_token', { aadsts: { number: 50079, error: 'interaction_required', claims } })
    const failure = failureOf(
      await app.authenticator.token(accountId, { resource: adminApiResource, renew: true }),
    )
    expect(failure).toMatchObject({ kind: 'mfa-needed', code: 'AADSTS50079', claims })
  })
})

describe('signing out', () => {
  test('erases the account: the store is empty, and a restart finds nobody', async () => {
    const { app, accountId } = await signedIn()
    expect(app.store.bytes).toBeDefined()
    await app.authenticator.signOut(accountId)
    expect(app.store.bytes).toBeUndefined()
    expect(await app.authenticator.accounts()).toEqual([])
    expect(await app.restart().authenticator.accounts()).toEqual([])
  })

  test('during a renewal wins: the renewed tokens are not stored and not given out', async () => {
    const { app, accountId } = await signedIn()
    const renewing = app.authenticator.token(accountId, { resource: adminApiResource, renew: true })
    await app.authenticator.signOut(accountId)
    expect((await renewing).ok).toBe(false)
    expect(app.store.bytes).toBeUndefined()
    expect(await app.authenticator.accounts()).toEqual([])
  })

  test('of somebody who is not here does nothing', async () => {
    const { app, accountId } = await signedIn()
    await app.authenticator.signOut('nobody')
    expect((await app.authenticator.token(accountId, { resource: adminApiResource, renew: false })).ok).toBe(
      true,
    )
  })
})

const minutes = (count: number): number => count * 60_000

/** MSAL reads the time of day from Date alone, so Date has to move; timers and sockets go on as they are. */
function pass(ms: number): void {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now + ms })
}
