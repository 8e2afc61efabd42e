import { test } from 'vitest'
import { proveSoak } from '../support/prove-soak.ts'

test('3,000 phones in three regions with a tenth of all answers faulty end right and leak nothing', () =>
  proveSoak({ phones: 3_000, speed: 8 }))
