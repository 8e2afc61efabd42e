import { describe, expect, test } from 'vitest'
import { decide, decideLater } from '../../../../src/renderer/src/features/unconfirmed/unconfirmed-actions.ts'
import { unconfirmedOf } from '../../../../src/renderer/src/model/run/unconfirmed.ts'
import { createAppStores } from '../../../../src/renderer/src/stores/app-stores.ts'
import { takeEvents } from '../../../../src/renderer/src/stores/follow-run.ts'
import { succeed } from '../../../../src/shared/result.ts'
import type { RunHappening } from '../../../../src/shared/run/events.ts'
import { planRun } from '../../../../src/shared/run/plan.ts'
import { replay } from '../../../../src/shared/run/reducer.ts'
import type { RunState } from '../../../../src/shared/run/run-state.ts'
import { eventsOf, phoneListOf, runStarted, tenant } from '../../../support/run-samples.ts'
import { fakeBridge } from '../../support/fake-bridge.ts'

const lost: RunHappening = { type: 'BatchOutcomeUnknown', batch: 0 }
const stopped: RunHappening = { type: 'WatchStopped', reason: 'undecided' }
const events = (...happenings: readonly RunHappening[]) =>
  eventsOf(
    runStarted(planRun(phoneListOf(200, 'NOAM'))),
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    ...happenings,
  )

function runWith(...happenings: readonly RunHappening[]): RunState {
  const state = replay(events(...happenings))
  if (!state) throw new Error('A run without events')
  return state
}

describe('an unconfirmed submission', () => {
  test('is for the operator once the run is stopped', () => {
    expect(unconfirmedOf(runWith(lost, stopped))).toEqual([{ batch: 0, phones: 100, region: 'NOAM' }])
  })

  test('is not while the run may still reconcile it, nor once it is reconciled', () => {
    expect(unconfirmedOf(runWith(lost))).toEqual([])
    const adopted: RunHappening = { type: 'BatchAdopted', batch: 0, batchId: 'b', by: 'operator' }
    expect(unconfirmedOf(runWith(lost, adopted, stopped))).toEqual([])
  })
})

test('a decision goes to main with the run, the batch and what was confirmed', async () => {
  const bridge = fakeBridge({ 'run:decide': () => succeed(undefined) })
  const stores = createAppStores(bridge)
  takeEvents(stores, events(lost, stopped))
  const confirmed = { tenantId: tenant.id, phones: [], batches: 2 }
  await decide(stores, 0, { kind: 'submit-again' }, confirmed)
  expect(bridge.asked.at(-1)).toEqual({
    channel: 'run:decide',
    request: {
      runId: stores.run.getState().state?.runId,
      batch: 0,
      decision: { kind: 'submit-again' },
      confirmed,
    },
  })
})

test.each([true, false])(
  'who decides later while it is being looked into (%s) takes the decision back',
  (isDeciding) => {
    const bridge = fakeBridge({ 'run:stop-watching': () => succeed(undefined) })
    const stores = createAppStores(bridge)
    stores.view.setState({ dialog: 'evidence', unconfirmed: 0 })
    decideLater(stores, isDeciding)
    expect(stores.view.getState().dialog).toBeUndefined()
    expect(bridge.asked.map(({ channel }) => channel)).toEqual(isDeciding ? ['run:stop-watching'] : [])
  },
)
