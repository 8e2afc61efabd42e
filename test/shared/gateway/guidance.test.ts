import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guidanceCatalogue, guidanceFor } from '../../../src/shared/gateway/guidance.ts'

/** The messages as the two public documents write them; the addresses are ours. */
const documented = [
  ['user-not-found', 'User not found in tenant.', 'after-fix'],
  ['phone-number-missing', 'User missing phone number assignment.', 'after-fix'],
  ['sip-calling-policy-missing', 'User missing AllowSIPDevicesCalling policy assignment', 'after-fix'],
  ['common-area-policy-missing', 'User missing CAP policy assignment.', 'after-fix'],
  ['device-not-found', 'Device not found in records.', 'after-fix'],
  ['bulk-sign-in-tag-missing', 'BulkSignIn Tag missing for the device', 'after-fix'],
  ['device-offline', 'Device is offline.', 'later'],
  ['public-ip-not-configured', 'Public IP not configured as Trusted IP.', 'after-fix'],
  ['deadline-expired', 'Bulk Sign-in deadline expired.', 'after-fix'],
  ['duplicate-devices', 'Duplicate devices found for bulk sign-in.', 'after-fix'],
  ['hardware-id-format', 'Input hardware-ID is of wrong format', 'after-fix'],
  ['ad-configuration', 'On-premises AD configuration failure.', 'after-fix'],
  ['ad-throttling', 'On-premises AD throttling detected', 'smaller-batch'],
  [
    'password-writeback',
    "The Password writeback service failed to set a password on the tenant's local directory.",
    'after-fix',
  ],
  [
    'public-ip-not-trusted',
    'Public IP IPv4 - 203.0.113.7, IPv6 - 2001:db8::7 for the device is not trusted. Please whitelist the public IP in TAC…',
    'after-fix',
  ],
  ['access-denied', 'Access Denied', 'after-fix'],
] as const

const codeFor = (error: string): string | undefined => guidanceFor(error)?.code

describe('a documented message', () => {
  test('has exactly one entry', () => {
    expect(guidanceCatalogue.map(({ code }) => code).sort()).toEqual(documented.map(([code]) => code).sort())
  })

  test.each(documented)('%s is recognised, with what to do', (code, message, retry) => {
    expect(guidanceFor(message)).toMatchObject({ code, retry })
    expect(guidanceFor(message)?.remedy).toMatch(/^[A-Z].{20,}\.$/)
  })

  test('is recognised as the catalogue itself writes it', () => {
    for (const { code, says } of guidanceCatalogue) expect(codeFor(says)).toBe(code)
  })

  test('is recognised whatever its case, blanks, punctuation and what follows', () => {
    const addresses = fc.constantFrom('10.0.0.7', '2001:db8::bad:cafe', '1A-2B-3C-D4-E5-F6:001')
    const accounts = fc.constantFrom('duplicate.devices@contoso.com', 'device-offline@contoso.com')
    const trailing = fc.oneof(
      fc.constant(''),
      addresses.map((address) => ` ${address}, ${address}`),
      accounts.map((account) => ` (${account})`),
      fc.constantFrom(' Correlation ID: 5f0c', ' at 2026-03-02T09:00:00Z', ' Contact the administrator.'),
    )
    const cased = fc.constantFrom(
      (message: string) => message,
      (message: string) => message.toUpperCase(),
      (message: string) => message.toLowerCase(),
    )
    const spaced = fc.constantFrom(' ', '  ', '\t', '\u00a0', '\n')
    fc.assert(
      fc.property(
        fc.constantFrom(...documented),
        cased,
        spaced,
        trailing,
        fc.boolean(),
        ([code, message], recase, blank, rest, withoutStop) => {
          const stripped = withoutStop ? message.replace(/[.…]+$/, '') : message
          expect(codeFor(`${blank}${recase(stripped).replaceAll(' ', blank)}${rest}`)).toBe(code)
        },
      ),
    )
  })

  test('keeps its meaning when another one follows as the reason', () => {
    expect(codeFor('Device not found in records. It may be that the device is offline.')).toBe(
      'device-not-found',
    )
    expect(codeFor('On-premises AD configuration failure: access denied')).toBe('ad-configuration')
  })
})

describe('a message in other words', () => {
  test.each([
    ['The device is offline', 'device-offline'],
    ['Bulk SignIn tag is missing', 'bulk-sign-in-tag-missing'],
    ['Hardware ID has the wrong format: 1A2B', 'hardware-id-format'],
    ['On-prem AD is throttling requests', 'ad-throttling'],
    ['User is missing the CommonAreaPhone policy', 'common-area-policy-missing'],
    ['Phone number is not assigned', 'phone-number-missing'],
    ['Public IP 203.0.113.7 is not a trusted IP', 'public-ip-not-configured'],
    ["The user '' is not found", 'user-not-found'],
    ["The user 'lobby@contoso.com' is not found", 'user-not-found'],
  ])('%j is recognised by its telling words', (message, code) => {
    expect(codeFor(message)).toBe(code)
  })

  test.each(['', '   ', 'Internal error', 'Sign-in failed', 'null', 'Unknown error 0x80004005'])(
    '%j is left as it came',
    (message) => {
      expect(guidanceFor(message)).toBeUndefined()
    },
  )
})

describe('a code of Microsoft Entra within an error', () => {
  test.each([
    ['AADSTS50076', 'account-needs-mfa'],
    ['aadsts53003', 'account-blocked-by-policy'],
    ['AADSTS50057', 'account-disabled'],
    ['AADSTS50053', 'account-locked'],
    ['AADSTS50034', 'user-not-found'],
    ['AADSTS999999', 'account-sign-in-refused'],
  ])('%s is explained', (number, code) => {
    const message = `Token request failed: ${number}: Something. Trace ID: 5f0c`
    expect(guidanceFor(message)).toMatchObject({ code, remedy: expect.stringMatching(/^[A-Z].{20,}\.$/) })
  })

  test('does not hide what a documented message says', () => {
    expect(codeFor('Device is offline. AADSTS50076')).toBe('device-offline')
  })
})
