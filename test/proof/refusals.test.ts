import { test } from 'vitest'
import { proveRefusals } from '../support/prove-refusals.ts'

test('200 runs, of which calls are refused for now, sign each phone in once', () => proveRefusals(200))
