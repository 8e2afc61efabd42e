import { test } from 'vitest'
import { provePromises } from '../support/prove-promises.ts'

// The full count is in test/proof.
test('whatever is created and asked at whatever times, the service keeps its promises', () =>
  provePromises(12))
