import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSecrets } from '../../../../src/shared/text/secrets/without-secrets.ts'
import { longToken, pieceFinder, repetitions } from '../../../support/long-token.ts'

describe('a text from outside', () => {
  test.each([
    'Authorization: Bearer 0.AXoAsecret-secret',
    'Authorization: Bearer secret',
    'Proxy-Authorization: Basic c2VjcmV0',
    '{"access_token":"secret","expires_in":3600}',
    String.raw`{\"access_token\":\"secret\"}`,
    'refresh_token=secret&grant_type=refresh_token',
    "code_verifier: 'secret'",
    'POST body code=0.AXoAsecret012345; state=12345secret-secret',
    '"id_token" : "secret"',
    'client_info=secret',
    'client_assertion=secret&client_secret=secret',
    'password=secret, passwd: "secret" pwd=secret',
    `https://localhost:4711/?code=secret&state=secret`,
    'https%3A%2F%2Flocalhost%2F%3Fcode%3Dsecret%26state%3Dsecret',
    'the grant 1.AXoAsecretA1b2C3d4E5.0.x was refused',
  ])('loses the secret of %j', (text) => {
    const clean = withoutSecrets(text)
    expect(clean).not.toContain('secret-')
    expect(clean.replaceAll('client_secret', '')).not.toContain('secret')
    expect(clean).toMatch(/\[(token|password) removed\]/)
  })

  test.each([
    'AADSTS53003: Access has been blocked by Conditional Access policies. Trace ID: 0b1c2d3e-0000-4000-8000-00000000cafe Correlation ID: 5e1f0a11-0000-4000-8000-000000000a01 Timestamp: 2026-11-21 08:00:00Z POST https://login.microsoftonline.com/5e1f0a11-0000-4000-8000-000000000a01/oauth2/v2.0/token 400 in 120 ms',
    'Public IP IPv4 - 203.0.113.7, IPv6 - 2001:db8:85a3::8a2e:370:7334 for the device is not trusted. Please whitelist the public IP in TAC.',
    'Basic authentication is disabled, and the Bearer token has expired. Bearer tokens/credentials: none.',
    'Error code: 403, state: Failed, code: InvalidDevice, "code":"BadRequest", errorCode=UserPasswordResetFailed',
    'password: must be changed at the next logon. Password writeback is not enabled: see https://aka.ms/sspr.',
    'svc-conference-room-2-building-4-floor-3-phone-17@contoso.com',
    'O1a2B3c4D5e6F7g8H9i0J1k2L3m4N5o6P7q8R9s0@contoso.com is not in the tenant',
    'CloudCommunicationsTeamsSipGatewayV2ServiceProd01EastUS2',
    'NEULR1-ConditionalAccess-BlockedByConditionalAccessOnSecurityPolicy2',
    'https://admin.teams.microsoft.com/policies/ip-phone/edit?policyId=CommonAreaPhoneSignInPolicyForBuilding12',
    '00-04-F2-81-24-B3:001 0004.f281.24b3 5D1F2A3B4C5D6E7F8091A2B3C4D5E6F708192A3B',
    'GET /Teams.SipDevicesGatewayManagement/v1/batchstatus?batchid=5e1f0a11-0000-4000-8000-000000000a01 200 in 8 ms',
    '5e1f0a11-0000-4000-8000-000000000a01.0b1c2d3e-0000-4000-8000-00000000cafe@0b1c2d3e-0000-4000-8000-00000000cafe',
    String.raw`C:\Users\admin\AppData\Roaming\SIP Gateway Bulk Sign-in\runs\20260302-090000-abcdef.jsonl`,
    'net::ERR_TUNNEL_CONNECTION_FAILED ERR_SSL_VERSION_OR_CIPHER_MISMATCH UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    '{"access_token":{"capolids":{"essential":true,"values":["5e1f0a11-0000-4000-8000-000000000a01"]}}}',
    'W'.repeat(1000),
  ])('keeps what helps: %s', (text) => {
    expect(withoutSecrets(text)).toBe(text)
  })

  test('keeps random names, addresses, IDs and sentences', () => {
    const mac = fc
      .uint8Array({ minLength: 6, maxLength: 6 })
      .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('-'))
    // What follows the name of a way to sign in may be a token, and .pop is a domain that can be drawn.
    const isScheme = (word: string): boolean => /(?:bearer|basic|pop|ntlm|negotiate)$/i.test(word)
    const words = fc
      .oneof(fc.uuid(), fc.emailAddress(), fc.lorem(), mac, fc.ipV4(), fc.ipV6(), fc.domain())
      .filter((word) => !isScheme(word))
    fc.assert(
      fc.property(fc.array(words), (parts) => withoutSecrets(parts.join(' ')) === parts.join(' ')),
      { numRuns: 500 },
    )
  })
})

describe('a token that nobody here knows', () => {
  test.each(
    Object.entries(repetitions).filter(([how]) => !/last|middle|single|groups|of 20|all as/.test(how)),
  )('is removed %s', (_, repeat) => {
    const token = longToken()
    const text = withoutSecrets(`The request had ${repeat(token)} and was refused.`)
    // Of a part on a line of its own that is as short as a word, a few characters may be left.
    expect(text.length).toBeLessThan(150)
    expect(text).toMatch(/^The request had .*\[token removed\].* and was refused\.$/s)
  })

  test('is removed in whole, in one or two of its parts, or cut anywhere after its first characters', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.nat(3000), fc.constantFrom(0, 1, 2), (words, cut, first) => {
        const token = longToken()
        const parts = token.split('.').slice(first).join('.')
        // A dot at its end is the one of the sentence.
        const kept = parts.slice(0, 100 + cut).replace(/\.$/, '')
        const text = withoutSecrets(`${words} ${kept} ${words}`)
        expect(text).toBe(`${words} [token removed] ${words}`)
      }),
    )
  })

  test('is removed where it is opaque and of the length that Entra gives codes and refresh tokens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 400 }), fc.constantFrom('0.A', '1.A', ''), (length, begin) => {
        const token = `${begin}${randomBytes(length).toString('base64url')}`
        expect(withoutSecrets(`the grant ${token} was refused`)).toBe('the grant [token removed] was refused')
      }),
    )
  })

  test('is removed once: a text that was looked at stays as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(repetitions)), fc.lorem(), (repeat, words) => {
        const once = withoutSecrets(`{"access_token":"${repeat(longToken(600))}","password":"${words}"}`)
        expect(withoutSecrets(once)).toBe(once)
      }),
    )
  })
})

test.each([
  '\\',
  '%25',
  '.',
  'a.',
  'Basic ',
  'Basic a.',
  'password:',
  'token="',
  "code='",
  '=',
  'eyJ',
  '-',
  '_a1B',
  '0.A',
  '::',
])('a text that was made for it is looked at no longer than another one: %j', (part) => {
  // Nothing here is a matter of time: a search that goes back at each place would not end.
  expect(withoutSecrets(part.repeat(200_000 / part.length)).length).toBeLessThanOrEqual(250_000 * 4)
})

test('a piece of an unknown token that is no longer than a name cannot be told from one', () => {
  // Why the tokens in use are known: see known-secrets.
  const [, , signature = ''] = longToken().split('.')
  expect(withoutSecrets(`x ${signature.slice(0, 20)} y`)).toContain(signature.slice(0, 20))
  expect(pieceFinder(signature)(signature.slice(0, 20))).not.toEqual([])
})
