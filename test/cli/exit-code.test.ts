import { expect, test } from 'vitest'
import { exitCode } from '../../src/cli/exit-code.ts'
import { exitCodeOf } from '../../src/cli/exit-code-of.ts'
import type { RunHappening } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { phoneListOf, runStarted, stateOf } from '../support/run-samples.ts'

const plan = planRun(phoneListOf(2, 'NOAM'))
const signedIn = (...phones: readonly number[]): readonly RunHappening[] => [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
  {
    type: 'PhonesReported',
    batch: 0,
    phones: phones.map((phone) => ({ phone, status: 'signed in', said: 'success' })),
  },
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
]
const finished: RunHappening = { type: 'RunFinished' }
const other = { runId: 'another', list: 'phones.csv', startedAt: '2026-03-02T08:00:00Z' }
const claimed = { code: 'claimed', claim: 'waiting', ...other } as const
const row = { row: 9, username: 'x@contoso.com', hardwareId: 'y', why: { code: 'no-region' } } as const

test('of a run is that all is well only where no phone was left to another run', () => {
  const whole = stateOf(runStarted(plan), ...signedIn(0, 1), finished)
  expect(exitCodeOf(whole)).toBe(exitCode.ok)
  // Rows with errors are no part of a run.
  expect(exitCodeOf({ ...whole, leftOut: [row] })).toBe(exitCode.ok)
  expect(exitCodeOf({ ...whole, leftOut: [{ ...row, why: claimed }] })).toBe(exitCode.someFailed)
  const phones = [{ phone: 1, runId: 'another', why: 'under way' }] as const
  const leftOut = stateOf(
    ...[runStarted(plan), { type: 'PhonesLeftOut', batch: 0, phones } as const],
    ...[...signedIn(0), finished],
  )
  expect(exitCodeOf(leftOut)).toBe(exitCode.someFailed)
})

test.each([
  ['unchecked', exitCode.resumable],
  ['denied', exitCode.access],
] as const)(
  'of a run that stopped because of what could not be checked says how to go on (%s)',
  (reason, code) => {
    const stopped = stateOf(runStarted(plan), { type: 'WatchStopped', reason })
    expect(exitCodeOf(stopped)).toBe(code)
  },
)
