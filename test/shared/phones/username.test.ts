import { describe, expect, test } from 'vitest'
import { accountKey, usernameProblem } from '../../../src/shared/phones/username.ts'
import { withCpuTime } from '../../support/cpu-time.ts'

describe('a username', () => {
  test.each([
    'lobby@contoso.com',
    'Lobby.2nd-floor_EAST@Contoso.COM',
    "o'brien!#^~@contoso.com",
    'warehouse@contoso.museum',
    'yard@contoso.international',
    'a@b.co',
    'phone@sub.sub.contoso.onmicrosoft.com',
    'guest_fabrikam.com#EXT#@contoso.onmicrosoft.com',
    'phone@xn--caf-dma.example',
    '0@1.2',
  ])('may be %s', (username) => {
    expect(usernameProblem(username)).toBeUndefined()
  })

  test.each([
    ['lobby', 'no-at'],
    ['', 'no-at'],
    ['lobby@contoso@com', 'several-at'],
    ['@contoso.com', 'no-name'],
    ['lobby.@contoso.com', 'dot-before-at'],
    ['lobby@contoso', 'domain'],
    ['lobby@', 'domain'],
    ['lobby@.com', 'domain'],
    ['lobby@contoso.', 'domain'],
    ['lobby@contoso..com', 'domain'],
    ['lobby@-contoso.com', 'domain'],
    ['lobby@contoso-.com', 'domain'],
    ['lobby@contoso.com-', 'domain'],
    ['lobby@con_toso.com', 'domain'],
    [`${'a'.repeat(1020)}@b.cc`, 'too-long'],
  ])('may not be %s: %s', (username, kind) => {
    expect(usernameProblem(username)?.kind).toBe(kind)
  })

  test.each([
    ['café@contoso.com', 'é'],
    ['front desk@contoso.com', ' '],
    ['desk, second floor', ','],
    ['lobby+1@contoso.com', '+'],
    ['sip:lobby@contoso.com', ':'],
    ['📞@contoso.com', '📞'],
  ])('may not be %s, for its %j', (username, character) => {
    expect(usernameProblem(username)).toEqual({ kind: 'character', character })
  })

  test('is told right or wrong at once, however long its parts repeat', () => {
    const { ms } = withCpuTime(() => {
      usernameProblem(`${'a.'.repeat(500)}@`)
      usernameProblem(`a@${'a-'.repeat(500)}`)
      usernameProblem(`a@${'a.'.repeat(500)}!`)
    })
    expect(ms).toBeLessThan(200)
  })
})

describe('an account', () => {
  test('is the same in either case', () => {
    expect(accountKey('Lobby@Contoso.com')).toBe(accountKey('lobby@contoso.COM'))
  })
})
