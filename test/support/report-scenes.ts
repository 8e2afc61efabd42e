import type { RunHappening } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { retryPlan } from '../../src/shared/run/retry-plan.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { phoneListOf, runStarted, stateOf } from './run-samples.ts'

/** A run of six phones of one list and of a row with an error, in which two failed; and the run that tried those again. */
export function twoRuns(options: { readonly simulated?: boolean } = {}): readonly [RunState, RunState] {
  const list = phoneListOf(6, 'EMEA')
  const bad = { row: 8, username: 'café', hardwareId: '12', region: 'EMEA', status: 'error' } as const
  const first = run(
    'a',
    '2026-03-02T09:00:00.000Z',
    runStarted(planRun({ ...list, rows: [...list.rows, bad] })),
    [undefined, 'Device is offline.', undefined, 'User not found in tenant.', undefined, undefined],
    options.simulated,
  )
  const second = run(
    'b',
    '2026-03-02T11:00:00.000Z',
    runStarted(retryPlan(first, [])),
    [undefined, 'User not found in tenant.'],
    options.simulated,
  )
  return [first, { ...second, retryOf: 'a' }]
}

/** The first two phones of six, chosen to see whether it goes well; and the run of the other four. */
export function firstTwo(): readonly [RunState, RunState] {
  const list = phoneListOf(6, 'EMEA')
  const rows = list.rows.map(({ row }) => row)
  const chosen = (from: number, to: number) => runStarted(planRun(list, new Set(rows.slice(from, to))))
  return [
    run('first', '2026-03-02T09:00:00.000Z', chosen(0, 2), [undefined, undefined]),
    run('rest', '2026-03-02T10:00:00.000Z', chosen(2, 6), [
      undefined,
      undefined,
      undefined,
      'Device is offline.',
    ]),
  ]
}

/** A run whose phones ended so: with an error, or signed in. */
function run(
  runId: string,
  startedAt: string,
  started: RunHappening,
  errors: readonly (string | undefined)[],
  simulated = false,
): RunState {
  const state = stateOf(
    started,
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchSubmitted', batch: 0, batchId: `batch-${runId}` },
    {
      type: 'PhonesReported',
      batch: 0,
      phones: errors.map((error, phone) =>
        error === undefined
          ? { phone, status: 'signed in', said: 'success' }
          : { phone, status: 'failed', said: 'failed', error },
      ),
    },
    { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
    { type: 'RunFinished' },
  )
  return { ...state, runId, startedAt, tenant: { ...state.tenant, simulated } }
}
