import { test } from 'vitest'
import { proveListRuns } from '../support/prove-list-runs.ts'

test('2,000 sequences of edits, choices, runs, kills and retries, beside another administrator, sign no phone in twice unasked and record and export each row once', () =>
  proveListRuns(2_000))
