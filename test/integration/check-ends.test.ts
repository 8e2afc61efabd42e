import { test } from 'vitest'
import { proveCheckEnds } from '../support/prove-check-ends.ts'

test('checks of long lists end', () => proveCheckEnds(2))
