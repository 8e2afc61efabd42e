import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDevicePage } from '../../../src/core/inventory/read-devices.ts'
import { known, unread } from '../../../src/shared/readiness/facts.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const at = '2026-03-01T09:00:00.000Z'
const ms = Date.parse(at)

const record = {
  baseInfo: { id: '1', createdAt: ms / 1000 },
  macAddressInfos: [{ interfaceType: 'Ethernet', macAddress: '0004f28124b3' }],
  lastLoggedInUserRef: { userName: 'Lobby', upn: 'Lobby@contoso.com' },
  signInInfo: { signInState: 'SignedOut', timestamp: ms },
  healthSummary: { healthState: 'Offline', since: ms / 1000 },
  softwareVersions: { firmware: { versionName: '66.86.0.15' } },
}
const read = (change: object = {}) =>
  readDevicePage({ devices: [{ ...record, ...change }] }, now)?.records[0]?.device

test('a record says what is documented by others, in camel or in Pascal case', () => {
  const expected = {
    ...{ onboardedAt: known(at), signIn: known('signed-out'), signInAt: known(at) },
    ...{ user: known('lobby@contoso.com'), health: known('Offline'), healthAt: known(at) },
    firmware: known('66.86.0.15'),
  }
  expect(read()).toEqual(expected)
  const pascal = JSON.parse(
    JSON.stringify(record).replaceAll(/"([a-z])(\w*)":/g, (_, a, b) => `"${a.toUpperCase()}${b}":`),
  )
  expect(readDevicePage({ Devices: [pascal] }, now)?.records[0]?.device).toEqual(expected)
})

test.each([
  ['in seconds', ms / 1000, known(at)],
  ['in milliseconds', ms, known(at)],
  ['as ISO 8601', '2026-03-01T10:00:00+01:00', known(at)],
  ['of 0', 0, unread('absent')],
  ['of null', null, unread('absent')],
  ['before SIP Gateway', 946_684_800, unread('odd')],
  ['of next year', ms / 1000 + 40_000_000, unread('odd')],
  ['that is negative', -5, unread('odd')],
  ['without end', 1e308, unread('odd')],
  ['of a word', 'yesterday', unread('odd')],
  ['of a number as a word', '1772355600', unread('odd')],
  ['in a list', [ms], unread('odd')],
])('a time %s', (_, timestamp, expected) => {
  expect(read({ signInInfo: { signInState: 'SignedOut', timestamp } })?.signInAt).toEqual(expected)
})

describe('the state of the sign-in', () => {
  test.each(['SignedIn', 'signed in', 'SIGNED_IN', 'loggedIn'])('%s is signed in', (signInState) => {
    expect(read({ signInInfo: { signInState, timestamp: ms } })?.signIn).toEqual(known('signed-in'))
  })

  test.each([
    ['Provisioned', 'odd'],
    ['SignedInPending', 'odd'],
    [true, 'odd'],
    [1, 'odd'],
    [{ value: 'SignedIn' }, 'odd'],
    ['', 'absent'],
    [null, 'absent'],
  ])('%j is not read', (signInState, why) => {
    expect(read({ signInInfo: { signInState, timestamp: ms } })?.signIn).toEqual(unread(why as 'odd'))
  })

  test('nobody has signed in yet where the record says so, and not where it says nothing', () => {
    expect(read({ signInInfo: null, lastLoggedInUserRef: null })?.signIn).toEqual(known('never'))
    expect(
      read({ signInInfo: { signInState: 'SignedOut', timestamp: 0 }, lastLoggedInUserRef: null })?.signIn,
    ).toEqual(known('never'))
    expect(read({ signInInfo: undefined, lastLoggedInUserRef: undefined })?.signIn).toEqual(unread('absent'))
  })
})

test('addresses are read in any form, and what is none is no address', () => {
  const forms = ['00:04:F2:81:24:B3', ' 0004.f281.24b3 ', '000000000000', 'x', 5, null, { mac: 1 }]
  const macAddressInfos = [...forms.map((macAddress) => ({ macAddress })), '00-04-F2-81-24-B4', null]
  expect(readDevicePage({ devices: [{ macAddressInfos }] }, now)?.records[0]?.addresses).toEqual([
    '00-04-F2-81-24-B3',
    '00-04-F2-81-24-B3',
    '00-04-F2-81-24-B4',
  ])
})

test.each([
  ['no object', []],
  ['no list', { devices: {} }],
  ['none at all', {}],
  ['a continuation that is no text', { devices: [], continuationToken: 5 }],
  ['a continuation without end', { devices: [], continuationToken: 'x'.repeat(5000) }],
])('%s is no page', (_, json) => {
  expect(readDevicePage(json, now)).toBeUndefined()
})

test('whatever comes, nothing is thrown and only words, times and states that are known are read', () => {
  const key = fc.constantFrom(
    ...['devices', 'baseInfo', 'createdAt', 'macAddressInfos', 'macAddress', 'signInInfo', 'signInState'],
    ...[
      'timestamp',
      'lastLoggedInUserRef',
      'upn',
      'healthSummary',
      'softwareVersions',
      '__proto__',
      'constructor',
    ],
  )
  const json = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(null, true, 0, -1, 1e308, ms, 'SignedIn', '0004f28124b3', 'x'.repeat(9000)),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('any')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    ),
  })).any
  fc.assert(
    fc.property(fc.array(json, { maxLength: 3 }), (devices) => {
      const page = readDevicePage({ devices }, now)
      for (const { device } of page?.records ?? []) {
        for (const time of [device.onboardedAt, device.signInAt, device.healthAt])
          if (time.read) expect(time.value).toMatch(/^20\d\d-\d\d-\d\dT/)
        if (device.health.read) expect(device.health.value.length).toBeLessThan(2100)
        if (device.user.read) expect(typeof device.user.value).toBe('string')
      }
    }),
    { numRuns: 300 },
  )
})
