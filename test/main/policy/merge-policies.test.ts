import { describe, expect, test } from 'vitest'
import { mergePolicies } from '../../../src/main/policy/merge-policies.ts'
import { text } from '../../../src/shared/text/index.ts'

const guid = '12128f48-ec9e-42f0-b203-ea49fb6af367'
const source = (place: string, values: object, unreadable?: string) => ({
  place,
  values: new Map(Object.entries(values)),
  ...(unreadable !== undefined && { unreadable }),
})
const { policy: words } = text.main

test('nobody sets anything: everything is the operator’s', () => {
  expect(mergePolicies([source('HKLM', {}), source('policy.json', {})])).toEqual({
    places: {},
    troubles: [],
  })
})

test('every policy is read, whatever the case of its name, without blanks around', () => {
  const values = { CLIENTID: ` ${guid} `, tenant: 'contoso.com', Region: 'emea', updates: 'Tell' }

  expect(mergePolicies([source('HKLM', values)])).toEqual({
    clientId: guid,
    tenant: 'contoso.com',
    region: 'EMEA',
    updates: 'tell',
    places: { clientId: 'HKLM', tenant: 'HKLM', region: 'HKLM', updates: 'HKLM' },
    troubles: [],
  })
})

test('the first place counts, value by value', () => {
  const merged = mergePolicies([
    source('HKLM', { Region: 'NOAM' }),
    source('HKCU', { Region: 'APAC', Updates: '0' }),
    source('policy.json', { Updates: 'on', Tenant: 'contoso.com' }),
  ])

  expect(merged).toEqual({
    region: 'NOAM',
    updates: 'off',
    tenant: 'contoso.com',
    places: { region: 'HKLM', updates: 'HKCU', tenant: 'policy.json' },
    troubles: [],
  })
})

test('what cannot be used is told by place, name and value, and the next place counts', () => {
  const merged = mergePolicies([
    source('HKLM', { ClientId: 'contoso', Tenant: 'organizations', Colour: 'red' }),
    source('policy.json', { Tenant: 'contoso.com', Region: 7 }),
  ])

  expect(merged).toEqual({
    tenant: 'contoso.com',
    places: { tenant: 'policy.json' },
    troubles: [
      words.notUsable('HKLM', 'ClientId', 'contoso', words.takes.ClientId, false),
      words.notUsable('HKLM', 'Tenant', 'organizations', words.takes.Tenant, false),
      words.unknown('HKLM', 'Colour'),
      words.notUsable('policy.json', 'Region', '7', words.takes.Region, false),
    ],
  })
})

describe('updates are off where it is not clear what the organisation wants', () => {
  test.each([
    { Updates: 'never' },
    { Updates: '' },
    { Updates: false },
    { Updates: null },
    { Updates: ['off'] },
  ])('as by %j', (values) => {
    const merged = mergePolicies([source('policy.json', values)])

    expect(merged.updates).toBe('off')
    expect(merged.troubles).toHaveLength(1)
  })

  test('as by a place that cannot be read', () => {
    expect(mergePolicies([source('HKLM', {}, 'Not readable.')])).toEqual({
      updates: 'off',
      places: { updates: 'HKLM' },
      troubles: ['Not readable.'],
    })
  })

  test('unless another place says it clearly', () => {
    expect(
      mergePolicies([source('HKLM', {}, 'Not readable.'), source('a', { Updates: 'tell' })]).updates,
    ).toBe('tell')
  })
})

test.each(['__proto__', 'constructor', 'toString', 'troubles', 'clientid\u0000'])(
  'a value called %j sets nothing',
  (name) => {
    const merged = mergePolicies([{ place: 'a', values: new Map([[name, guid]]) }])

    expect(merged).toEqual({ places: {}, troubles: [expect.any(String)] })
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
  },
)

test('thousands of entries that cannot be used make a few sentences', () => {
  const entries = Array.from({ length: 5000 }, (_, at) => [`Colour${at}`, 'red'] as const)
  const { troubles } = mergePolicies([{ place: 'a', values: new Map(entries) }])

  expect(troubles).toHaveLength(9)
  expect(troubles.at(-1)).toBe(words.more('a', 4992))
})
