import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSecrets } from '../../../src/main/auth/without-secrets.ts'

const header = Buffer.from('{"typ":"JWT","alg":"RS256"}').toString('base64url')

describe('a text on its way out', () => {
  test.each([
    'Authorization: Bearer 0.AXoAsecret-secret',
    '{"access_token":"secret","expires_in":3600}',
    'refresh_token=secret&grant_type=refresh_token',
    "code_verifier: 'secret'",
    'POST body code=secret; state=secret',
    '"id_token" : "secret"',
    'client_info=secret',
    'password=secret, passwd: secret pwd=secret',
    `https://localhost:4711/?code=secret&state=secret`,
  ])('loses the secret of %j', (text) => {
    expect(withoutSecrets(text)).not.toContain('secret')
  })

  test('keeps what helps: numbers, IDs, times, addresses, sentences', () => {
    const text =
      'AADSTS53003: Access has been blocked by Conditional Access policies. Trace ID: 0b1c2d3e-0000-4000-8000-00000000cafe Correlation ID: 5e1f0a11-0000-4000-8000-000000000a01 Timestamp: 2026-11-21 08:00:00Z POST https://login.microsoftonline.com/5e1f0a11-0000-4000-8000-000000000a01/oauth2/v2.0/token 400 in 120 ms'
    expect(withoutSecrets(text)).toBe(text)
  })

  test('never keeps a JWT, whole or torn, wherever it stands', () => {
    const part = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 20, maxLength: 80 })
    fc.assert(
      fc.property(fc.lorem(), part, part, fc.nat(60), (words, payload, signature, torn) => {
        const token = `${header}.eyJ${payload}.${signature}`
        const text = withoutSecrets(`${words} ${token.slice(0, token.length - torn)} ${words}`)
        return !text.includes('eyJ') && !text.includes(payload) && !text.includes(signature)
      }),
    )
  })

  test('never keeps an opaque code or token of the length that Entra gives them', () => {
    const opaque = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 40, maxLength: 400 })
    fc.assert(
      fc.property(
        opaque,
        (secret) => !withoutSecrets(`the grant 0.${secret}.x was refused`).includes(secret),
      ),
    )
  })
})
