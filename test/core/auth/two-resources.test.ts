import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import { createGateway } from '../../../src/core/gateway/client.ts'
import { createDeviceInventory } from '../../../src/core/inventory/create-device-inventory.ts'
import { createTokenGate } from '../../../src/core/session/token-gate.ts'
import { adminApi, json } from '../../support/admin-api.ts'
import { accountOf, claimsOf, failureOf, openAuthApp, tokenOf } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { oslo } from '../../support/authority/directory.ts'
import { person } from '../../support/authority/person.ts'

const graph = 'https://graph.microsoft.com'

let authority: Authority
beforeEach(async () => {
  authority = await startAuthority()
})
afterEach(() => authority.close())

/** An account that is signed in, and its tokens. */
async function signedIn() {
  const app = openAuthApp(authority, { openBrowser: person(oslo).open })
  const { id } = accountOf(await app.authenticator.signIn({}))
  const ask = (resource: string, renew = false) => app.authenticator.token(id, { resource, renew })
  return {
    ...app,
    id,
    ask,
    token: async (resource: string, renew = false) => tokenOf(await ask(resource, renew)),
    afterRestart: async (resource: string) =>
      tokenOf(await app.restart().authenticator.token(id, { resource, renew: false })),
  }
}

describe('one account', () => {
  test('has a token for each of two resources, by one sign-in', async () => {
    const { token, afterRestart } = await signedIn()
    const admin = await token(adminApiResource)
    const other = await token(graph)

    expect(claimsOf(admin)['aud']).toBe(adminApiResource)
    expect(claimsOf(other)['aud']).toBe(graph)
    for (const again of [token, afterRestart]) {
      expect(await again(adminApiResource)).toBe(admin)
      expect(await again(graph)).toBe(other)
    }
    expect(authority.calls('authorize')).toBe(1)
    expect(authority.calls('refresh_token')).toBe(1)
  })

  test('has each of them renewed apart', async () => {
    const { token } = await signedIn()
    const admin = await token(adminApiResource)
    const other = await token(graph)

    const renewed = await token(graph, true)
    expect(renewed).not.toBe(other)
    expect(claimsOf(renewed)['aud']).toBe(graph)
    expect(await token(adminApiResource)).toBe(admin)

    expect(claimsOf(await token(adminApiResource, true))['aud']).toBe(adminApiResource)
    expect(await token(graph)).toBe(renewed)
  })

  test('keeps both that are renewed at the same time, and each is renewed once for all who ask', async () => {
    const { token, afterRestart } = await signedIn()
    const [admin, other, too] = await Promise.all([
      token(adminApiResource, true),
      token(graph, true),
      token(graph, true),
    ])

    expect(too).toBe(other)
    expect(authority.calls('refresh_token')).toBe(2)
    expect(await afterRestart(adminApiResource)).toBe(admin)
    expect(await afterRestart(graph)).toBe(other)
  })

  test('that may not use one resource goes on with the other', async () => {
    const { ask, token } = await signedIn()
    const admin = await token(adminApiResource)
    authority.always('refresh_token', { aadsts: { number: 65001, error: 'invalid_grant' } })

    expect(failureOf(await ask(graph)).kind).toBe('consent-missing')
    expect(await token(adminApiResource)).toBe(admin)
  })

  test('that may not read the device inventory goes on with the admin API, and its sign-in has not ended', async () => {
    const { authenticator, id, token } = await signedIn()
    const admin = await token(adminApiResource)
    const closed: unknown[] = []
    const gate = createTokenGate(authenticator, (failure) => closed.push(failure))
    const asked: string[] = []
    const service = await adminApi(({ path }, response) => {
      asked.push(path)
      json(response, 200, { devices: [] })
    })
    const inventory = createDeviceInventory({
      ...{ baseUrl: service.baseUrl, fetch, userAgent: 'test/1', clock: systemClock },
      tokens: (request) => gate.token(id, request),
    })
    authority.always('refresh_token', { aadsts: { number: 65001, error: 'invalid_grant' } })

    const { devices } = await inventory.read(['00-04-F2-81-24-B3'])
    expect(devices).toEqual([['00-04-F2-81-24-B3', { kind: 'unread', why: 'no-token' }]])
    expect([asked, closed, gate.renewal()]).toEqual([[], [], undefined])
    expect(tokenOf(await gate.token(id, { resource: adminApiResource, renew: false }))).toBe(admin)
  })
})

describe('a token', () => {
  test('of another resource never gets to the admin API, nor after a refusal', async () => {
    const { authenticator, id, token } = await signedIn()
    await token(graph)
    const refused = new Set<string>()
    const service = await adminApi(
      ({ headers }, response) => {
        const sent = String(headers.authorization)
        if (refused.size > 0 && !refused.has(sent)) return json(response, 200, [])
        refused.add(sent)
        return json(response, 401, {})
      },
      { tokens: (request) => authenticator.token(id, request) },
    )
    expect(await service.gateway.batchSummaries()).toMatchObject({ ok: true })
    await service.close()

    const sent = service.seen.map(({ headers }) => String(headers.authorization).replace('Bearer ', ''))
    expect(new Set(sent).size).toBe(2)
    expect(sent.map((one) => claimsOf(one)['aud'])).toEqual(sent.map(() => adminApiResource))
  })

  test.each([graph, 'https://api.interfaces.records.teams.microsoft.com.example'])(
    'of the admin API never gets to %s',
    (baseUrl) => {
      const tokens = () => Promise.reject(new Error('No token may be asked for'))
      expect(() => createGateway({ baseUrl, fetch, userAgent: 'test', tokens })).toThrow(TypeError)
    },
  )
})
