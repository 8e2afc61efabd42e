import { test } from 'vitest'
import { proveFaults } from '../support/prove-faults.ts'

test('nothing is lost and nothing is done twice in 2,000 schedules of faults and kills', () =>
  proveFaults(2_000))

test("nothing is lost and nothing is done twice in 1,000 schedules over Microsoft's cmdlets", () =>
  proveFaults(1_000, 'powershell'))
