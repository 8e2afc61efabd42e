import { test } from 'vitest'
import { proveTwins } from '../support/prove-twins.ts'

test('40 pairs of terminals that submit the same phones at the same moment give no phone to two batches', () =>
  proveTwins(20))
