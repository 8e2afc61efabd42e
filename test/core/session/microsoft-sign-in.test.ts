import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTokenCache } from '../../../src/core/auth/token-cache.ts'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import {
  createMicrosoftSignIn,
  type MicrosoftSignInOptions,
} from '../../../src/core/session/microsoft-sign-in.ts'
import { accountOf, claimsOf, failureOf, tokenOf } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { contoso, oslo } from '../../support/authority/directory.ts'
import { clientId } from '../../support/authority/entra.ts'
import { person } from '../../support/authority/person.ts'
import { keyedCipher, memoryStore } from '../../support/authority/token-safe.ts'
import { heldClock } from '../../support/held-clock.ts'

let authority: Authority
beforeEach(async () => {
  authority = await startAuthority()
})
afterEach(() => authority.close())

const pages = async () => ({ success: '', error: '' })

const signInWith = (changes: Partial<MicrosoftSignInOptions>) =>
  createMicrosoftSignIn({
    cache: createTokenCache({ store: memoryStore(), cipher: keyedCipher() }),
    fetch,
    clock: heldClock(),
    userAgent: 'test/1',
    standIns: { authority: authority.origin, api: 'http://127.0.0.1:1' },
    ...changes,
  })

test('with a browser somebody signs in by it, for the admin API, and is kept', async () => {
  const signIn = signInWith({ browser: { open: person(oslo).open, pages } })
  const authenticator = await signIn.authenticator(clientId)
  const account = accountOf(await authenticator.signIn({}))

  const token = tokenOf(await authenticator.token(account.id, { resource: adminApiResource, renew: false }))
  expect(claimsOf(token)['aud']).toBe(adminApiResource)
  expect(authority.calls('refresh_token')).toBe(0)
  expect(await signIn.entries()).toMatchObject([{ clientId, authorityHost: authority.origin, account }])
})

test('without a browser the code is the way', async () => {
  const authenticator = await signInWith({}).authenticator(clientId)

  expect(failureOf(await authenticator.signIn({})).kind).toBe('browser-failed')
  const byCode = authenticator.signInByDeviceCode({ onCode: () => authority.answerDeviceCode(oslo) })
  expect(accountOf(await byCode).username).toBe(oslo.username)
})

test('who is signed in at another authority is not among those of this one', async () => {
  const account = { id: 'elsewhere', username: 'oslo@contoso.com', tenantId: contoso.id }
  const cache = createTokenCache({ store: memoryStore(), cipher: keyedCipher() })
  await cache.put({ clientId, authorityHost: 'https://login.example', account, content: '{}' })
  await cache.put({
    clientId: 'another application',
    authorityHost: authority.origin,
    account,
    content: '{}',
  })

  expect(await signInWith({ cache }).entries()).toMatchObject([{ clientId: 'another application' }])
})

test('an application has one authenticator, and one that could not be loaded is loaded the next time', async () => {
  const read = vi.fn(pages).mockRejectedValueOnce(new Error('No such file'))
  const signIn = signInWith({ browser: { open: async () => {}, pages: read } })

  await expect(signIn.authenticator(clientId)).rejects.toThrow('No such file')
  const authenticator = await signIn.authenticator(clientId)
  expect(await signIn.authenticator(clientId)).toBe(authenticator)
  expect(await signIn.authenticator('another application')).not.toBe(authenticator)
})

test('the ID of a tenant is known by its domain, without a sign-in', async () => {
  const authenticator = await signInWith({}).authenticator(clientId)

  expect(await authenticator.tenantId(contoso.domain)).toEqual({ ok: true, value: contoso.id })
  const asked = authority.calls('openid-configuration')
  expect(await authenticator.tenantId(contoso.id)).toEqual({ ok: true, value: contoso.id })
  expect(authority.calls('openid-configuration')).toBe(asked)
  expect(failureOf(await authenticator.tenantId('nobody.example'))).toMatchObject({
    kind: 'no-such-tenant',
    code: 'AADSTS90002',
  })
})
