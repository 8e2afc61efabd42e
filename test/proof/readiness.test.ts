import { expect, test } from 'vitest'
import { deviceDisagreements, disagreements } from '../support/readiness-agreement.ts'

test('readiness and the run agree about every account of 2,000 simulated tenants', () => {
  const lines = Array.from({ length: 2_000 }, (_, seed) => disagreements(seed, 50)).flat()
  expect(lines).toEqual([])
})

test('the device inventory and the run agree about every phone of 2,000 simulated tenants', () => {
  const lines = Array.from({ length: 2_000 }, (_, seed) => deviceDisagreements(seed, 50)).flat()
  expect(lines).toEqual([])
})
