import { test } from 'vitest'
import { proveInterleavings } from '../../support/prove-interleavings.ts'

// The full count is in test/proof.
test('several processes that want one run submit nothing twice and lose nothing, in whatever order they get at its files', () =>
  proveInterleavings(8))
