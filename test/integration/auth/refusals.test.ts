import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import type { AadstsError } from '../../support/authority/aadsts-error.ts'
import { type AuthApp, accountOf, failureOf, openAuthApp } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { oslo } from '../../support/authority/directory.ts'
import { person } from '../../support/authority/person.ts'
import type { Step } from '../../support/authority/step.ts'

let authority: Authority
let app: AuthApp
let accountId: string
beforeAll(async () => {
  authority = await startAuthority()
  app = openAuthApp(authority, { openBrowser: person(oslo).open })
  accountId = accountOf(await app.authenticator.signIn({})).id
})
afterAll(() => authority.close())

/** What Entra answers, and what the operator is told. */
const refusals: readonly (readonly [AadstsError, kind: string, words: RegExp])[] = [
  [{ number: 65001, error: 'invalid_grant', suberror: 'consent_required' }, 'consent-missing', /no consent/],
  [{ number: 90094, error: 'consent_required' }, 'consent-missing', /no consent/],
  [{ number: 650057, error: 'invalid_resource' }, 'consent-missing', /registration/],
  [{ number: 90099 }, 'consent-missing', /customer/],
  [{ number: 53003, suberror: 'message_only' }, 'blocked', /Conditional Access/],
  [{ number: 53000 }, 'blocked', /device/],
  [{ number: 50105 }, 'blocked', /isn't assigned/],
  [{ number: 50057 }, 'blocked', /disabled/],
  [{ number: 500011, error: 'invalid_resource' }, 'blocked', /Teams admin service/],
  [{ number: 50076, suberror: 'basic_action' }, 'mfa-needed', /multifactor/],
  [{ number: 50079 }, 'mfa-needed', /multifactor/],
  [{ number: 50055, suberror: 'user_password_expired' }, 'interaction-required', /password/],
  [{ number: 90002, error: 'invalid_request' }, 'no-such-tenant', /tenant/],
  [{ number: 90038, error: 'invalid_request' }, 'no-such-tenant', /another Microsoft cloud/],
  [{ number: 50020, error: 'invalid_grant' }, 'wrong-tenant', /doesn't belong/],
  [{ number: 700016, error: 'unauthorized_client' }, 'app-unknown', /no application/],
  [{ number: 50194, error: 'unauthorized_client' }, 'app-misconfigured', /one tenant only/],
  [{ number: 7000218, error: 'invalid_client', status: 401 }, 'app-misconfigured', /public client/],
  [{ number: 50011, error: 'invalid_request' }, 'app-misconfigured', /address/],
  [{ number: 90033, error: 'temporarily_unavailable', status: 503 }, 'unavailable', /fewer requests/],
  [{ number: 999999, error: 'server_error', status: 500 }, 'unavailable', /trouble/],
  [{ number: 999999, error: 'something_new' }, 'unexpected', /didn't accept/],
  [{ number: 999999, error: 'invalid_grant' }, 'interaction-required', /new sign-in/],
]

describe('a refused renewal', () => {
  test.each(refusals)('%o', async (aadsts, kind, words) => {
    authority.next('refresh_token', { aadsts: { ...aadsts, text: 'What Microsoft says.' } })
    const failure = failureOf(
      await app.authenticator.token(accountId, { resource: adminApiResource, renew: true }),
    )
    expect(failure.kind).toBe(kind)
    expect(failure.message).toMatch(words)
    expect(failure.remedy).not.toBe('')
    expect(failure).toMatchObject(whatSupportAsksFor(aadsts, 'refresh_token'))
    expect(Math.abs(Date.parse(failure.at) - Date.now())).toBeLessThan(60_000)
  })
})

const some = refusals.filter(([{ number }]) => [65001, 53003, 50076, 7000218].includes(number))

describe('a sign-in that is refused when the code is redeemed', () => {
  test.each(some)('%o', async (aadsts, kind) => {
    authority.next('authorization_code', { aadsts: { ...aadsts, text: 'What Microsoft says.' } })
    const { authenticator, store } = openAuthApp(authority, { openBrowser: person(oslo).open })
    const failure = failureOf(await authenticator.signIn({}))
    expect(failure.kind).toBe(kind)
    expect(failure).toMatchObject(whatSupportAsksFor(aadsts, 'authorize'))
    expect(store.bytes).toBeUndefined()
  })
})

describe('a sign-in that the sign-in page refuses and returns', () => {
  test.each(some)('%o', async (aadsts, kind) => {
    authority.next('authorize', { aadsts: { ...aadsts, text: 'What Microsoft says.' } })
    const { authenticator } = openAuthApp(authority, { openBrowser: person(oslo).open })
    const failure = failureOf(await authenticator.signIn({}))
    expect(failure.kind).toBe(kind)
    expect(failure).toMatchObject(whatSupportAsksFor(aadsts, 'authorize'))
  })
})

const whatSupportAsksFor = ({ number }: AadstsError, step: Step) => ({
  code: `AADSTS${number}`,
  said: `AADSTS${number}: What Microsoft says.`,
  correlationId: authority.last(step).get('client-request-id'),
})

test('a session that began with a code and is blocked at its renewal is told from other blocks', async () => {
  authority.next('refresh_token', { aadsts: { number: 530036 } })
  expect(
    failureOf(await app.authenticator.token(accountId, { resource: adminApiResource, renew: true })),
  ).toMatchObject({
    kind: 'device-code-blocked',
    remedy: 'Sign in with the browser on this computer instead.',
  })
})
