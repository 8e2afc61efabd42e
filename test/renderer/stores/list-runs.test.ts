import { test } from 'vitest'
import { proveListRuns } from '../../support/prove-list-runs.ts'

test('whatever is edited, selected, run, killed, resumed and retried: no phone is signed in twice unasked, nothing that was recorded changes, and each row is exported once', () =>
  proveListRuns(15))
