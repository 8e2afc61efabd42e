import { test } from 'vitest'
import { proveFaults } from '../support/prove-faults.ts'

// The full count is in test/proof.
test('whatever goes wrong and wherever the process is killed, nothing is lost and nothing is done twice', () =>
  proveFaults(10))

test("the same over Microsoft's cmdlets, with a process that ends or does not answer", () =>
  proveFaults(3, 'powershell'))
