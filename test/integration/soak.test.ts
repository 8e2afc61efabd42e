import { test } from 'vitest'
import { proveSoak } from '../support/prove-soak.ts'

// There are 3,000 in test/proof, at a pace that takes minutes.
test('1,000 phones with a tenth of all answers faulty end right, in a hurry', () =>
  proveSoak({ phones: 1_000, speed: 100 }))
