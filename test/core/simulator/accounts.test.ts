import { expect, test } from 'vitest'
import { createAccounts } from '../../../src/core/simulator/accounts.ts'
import { createOutcomes } from '../../../src/core/simulator/outcomes.ts'
import { guidanceFor } from '../../../src/shared/gateway/guidance.ts'
import { deviceDisagreements, disagreements } from '../../support/readiness-agreement.ts'

test('readiness and the run agree about every account of 50 simulated tenants', () => {
  expect(Array.from({ length: 50 }, (_, seed) => disagreements(seed, 50)).flat()).toEqual([])
})

test('the device inventory and the run agree about every phone of 50 simulated tenants', () => {
  expect(Array.from({ length: 50 }, (_, seed) => deviceDisagreements(seed, 50)).flat()).toEqual([])
})

test('every documented message about an account occurs, and no phone of a good account fails for one', () => {
  const accounts = createAccounts(7, 1)
  const said = (index: number): string | undefined => accounts.problemOf(`phone${index}@contoso.com`)
  const codes = new Set(Array.from({ length: 200 }, (_, index) => guidanceFor(said(index) ?? '')?.code))
  const documented = [
    'user-not-found',
    'phone-number-missing',
    'sip-calling-policy-missing',
    'common-area-policy-missing',
  ]
  expect(documented.filter((code) => !codes.has(code as never))).toEqual([])
  const courseOf = createOutcomes(7, 1, undefined, createAccounts(7, 0))
  const directory = ['password-writeback', 'ad-configuration', 'ad-throttling']
  expect(directory.filter((code) => !codes.has(code as never))).toEqual([])
  const others = Array.from(
    { length: 200 },
    (_, index) => guidanceFor(courseOf(`1A-${index}`, 'a@b.c').error ?? '')?.code,
  )
  expect(others.filter((code) => code === undefined || [...documented, ...directory].includes(code))).toEqual(
    [],
  )
})

test('a phone that met a throttled directory signs in at its second attempt, one without writeback fails again', () => {
  const accounts = createAccounts(7, 1)
  const failing = (code: string): string =>
    Array.from({ length: 400 }, (_, index) => `phone${index}@contoso.com`).find(
      (name) => guidanceFor(accounts.problemOf(name) ?? '')?.code === code,
    ) ?? ''
  const courseOf = createOutcomes(7, 0, undefined, accounts)
  const twice = (name: string) => [1, 2].map(() => courseOf(`1A-${name}`, name).error !== undefined)
  expect(twice(failing('ad-throttling'))).toEqual([true, false])
  expect(twice(failing('password-writeback'))).toEqual([true, true])
})
