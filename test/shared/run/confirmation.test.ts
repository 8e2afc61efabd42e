import { expect, test } from 'vitest'
import { confirmationOf, isConfirmed } from '../../../src/shared/run/confirmation.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { phoneListOf, tenant } from '../../support/run-samples.ts'

const list = phoneListOf(20, 'EMEA')
const chosen = (...rows: number[]) => confirmationOf(planRun(list, new Set(rows)), tenant)

test('what was agreed to is the phones, not their number', () => {
  expect(isConfirmed(chosen(2, 3, 4), chosen(4, 3, 2))).toBe(true)
  expect(isConfirmed(chosen(2, 3, 4), chosen(2, 3, 5))).toBe(false)
  expect(isConfirmed(chosen(2, 3), chosen(2, 3, 4))).toBe(false)
  expect(isConfirmed(chosen(2), { ...chosen(2), tenantId: 'other' })).toBe(false)
  expect(isConfirmed(chosen(2), { ...chosen(2), batches: 2 })).toBe(false)
})

test('a phone that is there twice counts twice', () => {
  const twice = confirmationOf({ ...planRun(list, new Set([2, 3])), phones: [] }, tenant)
  const [one, another] = chosen(2, 3).phones
  if (!one || !another) throw new Error('There are no such phones')
  expect(
    isConfirmed({ ...twice, phones: [one, one, another] }, { ...twice, phones: [one, another, another] }),
  ).toBe(false)
})
