import { test } from 'vitest'
import { proveKills } from '../support/prove-kills.ts'

// The full count is in test/proof.
test('a run whose process is killed ends as if nothing had happened', () => proveKills(4))
