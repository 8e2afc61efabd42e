import { test } from 'vitest'
import { proveKills } from '../support/prove-kills.ts'

test('200 kills at random moments lose nothing and do nothing twice', () => proveKills(200))
