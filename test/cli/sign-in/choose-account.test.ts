import { describe, expect, test } from 'vitest'
import { chooseAccount } from '../../../src/cli/sign-in/choose-account.ts'
import { cacheEntry } from '../../support/cache-entry.ts'

const home = cacheEntry('bergen', '{}', 'contoso')
const guest = cacheEntry('bergen', '{}', 'fabrikam')
const oslo = cacheEntry('oslo', '{}', 'contoso')
const own = { ...oslo, clientId: 'own application' }

describe('of the accounts that are signed in', () => {
  test('the only one is meant', () => {
    expect(chooseAccount([home], {})).toEqual({ kind: 'one', entry: home })
    expect(chooseAccount([], {})).toEqual({ kind: 'none' })
  })

  test.each([
    ['tenant', { tenantId: 'FABRIKAM' }, guest],
    ['username', { username: 'OSLO@contoso.com' }, oslo],
    ['tenant and username', { tenantId: 'contoso', username: 'bergen@contoso.com' }, home],
  ])('%s decide, without regard to case', (_, wanted, entry) => {
    expect(chooseAccount([home, guest, oslo], wanted)).toEqual({ kind: 'one', entry })
  })

  test('several that fit are all named, and none is taken', () => {
    const choice = chooseAccount([home, guest, oslo], { tenantId: 'contoso' })
    expect(choice).toEqual({ kind: 'several', entries: [home, oslo] })
  })

  test('the application tells the same account apart', () => {
    expect(chooseAccount([oslo, own], {}).kind).toBe('several')
    expect(chooseAccount([oslo, own], { clientId: 'own application' })).toEqual({ kind: 'one', entry: own })
  })

  test('the operator of a run is taken rather than others, if there', () => {
    const wanted = { tenantId: 'contoso', rather: 'Oslo@contoso.com' }
    expect(chooseAccount([home, guest, oslo], wanted)).toEqual({ kind: 'one', entry: oslo })
    expect(chooseAccount([home, guest], wanted)).toEqual({ kind: 'one', entry: home })
  })
})
