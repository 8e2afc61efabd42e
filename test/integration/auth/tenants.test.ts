import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import { accountOf, claimsOf, failureOf, openAuthApp, tokenOf } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { contoso, fabrikam, oslo, partner } from '../../support/authority/directory.ts'
import { person } from '../../support/authority/person.ts'

let authority: Authority
beforeAll(async () => {
  authority = await startAuthority()
})
afterAll(() => authority.close())

describe('a partner', () => {
  test("works in the customer's tenant, named by its domain, as a guest there", async () => {
    const { authenticator } = openAuthApp(authority, { openBrowser: person(partner).open })

    const account = accountOf(await authenticator.signIn({ tenant: ' fabrikam.com ' }))

    expect(account).toMatchObject({ username: partner.username, tenantId: fabrikam.id })
    const token = tokenOf(await authenticator.token(account.id, { resource: adminApiResource, renew: false }))
    expect(claimsOf(token)).toMatchObject({ tid: fabrikam.id, oid: account.objectId })
    // A guest is another object there than at home.
    expect(account.objectId).not.toBe(partner.oid)
    expect(await authenticator.accounts()).toEqual([account])
  })

  test('in two tenants is two accounts, each with tokens of its own tenant, after a restart too', async () => {
    const app = openAuthApp(authority, { openBrowser: person(partner).open })
    const home = accountOf(await app.authenticator.signIn({}))
    const guest = accountOf(await app.authenticator.signIn({ tenant: fabrikam.id }))
    expect(home.tenantId).toBe(contoso.id)
    expect(guest.id).not.toBe(home.id)

    for (const { authenticator } of [app, app.restart()]) {
      expect(await authenticator.accounts()).toEqual([home, guest])
      for (const account of [home, guest])
        for (const renew of [false, true]) {
          const renewals = authority.calls('refresh_token')
          const token = tokenOf(await authenticator.token(account.id, { resource: adminApiResource, renew }))
          expect(claimsOf(token)['tid']).toBe(account.tenantId)
          expect(authority.calls('refresh_token') - renewals).toBe(renew ? 1 : 0)
        }
    }
  })

  test("signs out of the customer's tenant and stays signed in at home", async () => {
    const app = openAuthApp(authority, { openBrowser: person(partner).open })
    const home = accountOf(await app.authenticator.signIn({}))
    const guest = accountOf(await app.authenticator.signIn({ tenant: fabrikam.domain }))

    await app.authenticator.signOut(guest.id)

    expect(await app.authenticator.accounts()).toEqual([home])
    expect((await app.authenticator.token(home.id, { resource: adminApiResource, renew: true })).ok).toBe(
      true,
    )
    expect(
      failureOf(await app.authenticator.token(guest.id, { resource: adminApiResource, renew: false })),
    ).toMatchObject({
      kind: 'interaction-required',
      message: 'This account is no longer signed in here.',
    })
  })
})

describe('a tenant', () => {
  test('that does not exist is found out before the browser opens', async () => {
    const { open, opened } = person(oslo)
    const { authenticator } = openAuthApp(authority, { openBrowser: open })
    const failure = failureOf(await authenticator.signIn({ tenant: 'contosso.com' }))
    expect(failure).toMatchObject({
      kind: 'no-such-tenant',
      code: 'AADSTS90002',
      message: 'Microsoft knows no tenant "contosso.com".',
    })
    expect(failure.correlationId).toMatch(/^[0-9a-f-]{36}$/)
    expect(opened).toEqual([])
  })

  test.each(['contoso', 'https://contoso.com', '../common', 'contoso.com/oauth2', 'organizations', '-.com'])(
    'cannot be named %j, and nobody is asked about it',
    async (tenant) => {
      const before = authority.calls('openid-configuration')
      const { authenticator } = openAuthApp(authority, { openBrowser: person(oslo).open })
      const failure = failureOf(await authenticator.signIn({ tenant }))
      expect(failure.kind).toBe('no-such-tenant')
      expect(failure.message).toContain(tenant)
      expect(failure.correlationId).toBeUndefined()
      expect(authority.calls('openid-configuration')).toBe(before)
    },
  )

  test('other than the one that was asked for is refused, and nothing of it is kept', async () => {
    // The directory says that the domain is Fabrikam's, the tokens come from Contoso.
    authority.next('openid-configuration', { json: { issuer: `${authority.origin}/${fabrikam.id}/v2.0` } })
    const { authenticator, store } = openAuthApp(authority, { openBrowser: person(oslo).open })
    const failure = failureOf(await authenticator.signIn({ tenant: contoso.domain }))
    expect(failure.kind).toBe('wrong-tenant')
    expect(failure.message).toContain(contoso.id)
    expect(await authenticator.accounts()).toEqual([])
    expect(store.bytes).toBeUndefined()
  })

  test('that the person does not belong to keeps the browser, so the time limit says where to look', async () => {
    const { open, pages } = person(oslo)
    const { authenticator, clock } = openAuthApp(authority, { openBrowser: open, timeLimitMs: 60_000 })
    const signingIn = authenticator.signIn({ tenant: fabrikam.domain })
    await expect.poll(async () => (await pages()).join()).toContain('AADSTS50020')
    clock.pass(60_000)
    const failure = failureOf(await signingIn)
    expect(failure.kind).toBe('timed-out')
    expect(failure.remedy).toContain('If the sign-in page showed an error')
  })
})

describe('an application of an organisation', () => {
  test('does not see the accounts of another one in the same cache', async () => {
    const app = openAuthApp(authority, { openBrowser: person(oslo).open })
    const account = accountOf(await app.authenticator.signIn({}))
    const { store, cipher } = app
    const other = openAuthApp(authority, { store, cipher, clientId: '5e1f0a11-0000-4000-8000-00000000c11e' })
    expect(await other.authenticator.accounts()).toEqual([])
    expect(
      (await other.authenticator.token(account.id, { resource: adminApiResource, renew: false })).ok,
    ).toBe(false)
  })
})
