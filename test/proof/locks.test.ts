import process from 'node:process'
import { describe, test } from 'vitest'
import { ownNumbers } from '../support/own-numbers.ts'
import { proveInterleavings } from '../support/prove-interleavings.ts'
import { proveLockDeleted } from '../support/prove-lock-deleted.ts'
import { proveOwnNumbers } from '../support/prove-own-numbers.ts'
import { proveUnreapedKills } from '../support/prove-unreaped.ts'

describe('several processes that want one run', () => {
  test('submit nothing twice and lose nothing, in 1,000 orders of what they do to its files', () =>
    proveInterleavings(1_000))

  test('nor do two terminals when the lock of the living one is deleted, 40 times', () =>
    proveLockDeleted(40))

  test('leave it 40 times to the one that has it in another namespace of process numbers', async ({
    skip,
  }) => {
    if (!ownNumbers() && !process.env['DEMAND_NAMESPACES']) skip('unshare(1) is not there or not allowed')
    await proveOwnNumbers(40)
  })

  test('go on at once after each of 20 kills of a process that nobody reaps', async ({ skip }) => {
    if (process.platform !== 'linux') skip('Only Linux tells such a process from a living one')
    await proveUnreapedKills(20, true)
  })
})
