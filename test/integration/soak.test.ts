import { test } from 'vitest'
import { proveSoak } from '../support/prove-soak.ts'

// At the pace of test/proof it takes minutes.
test('3,000 phones with a tenth of all answers faulty end right, in a hurry', () => proveSoak({ speed: 150 }))
