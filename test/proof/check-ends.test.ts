import { test } from 'vitest'
import { proveCheckEnds } from '../support/prove-check-ends.ts'

test('100 checks of long lists end', () => proveCheckEnds(25))
