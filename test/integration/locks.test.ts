import process from 'node:process'
import { describe, test } from 'vitest'
import { ownNumbers } from '../support/own-numbers.ts'
import { proveLockDeleted } from '../support/prove-lock-deleted.ts'
import { proveOwnNumbers } from '../support/prove-own-numbers.ts'
import { proveUnreapedKills } from '../support/prove-unreaped.ts'

// The full counts are in test/proof.
describe('two terminals that want one run', () => {
  test('submit no batch twice and lose nothing when the lock of the living one is deleted', () =>
    proveLockDeleted(2))

  test('leave it to the one that has it in another namespace of process numbers, alive or not', async ({
    skip,
  }) => {
    if (!ownNumbers() && !process.env['DEMAND_NAMESPACES']) skip('unshare(1) is not there or not allowed')
    await proveOwnNumbers(2)
  })

  test('go on at once with a run whose process was killed and not reaped', async ({ skip }) => {
    if (process.platform !== 'linux') skip('Only Linux tells such a process from a living one')
    await proveUnreapedKills(2, false)
  })
})
