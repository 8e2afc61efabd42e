import { expect, test } from 'vitest'
import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { isWorthOtherWay } from '../../../src/shared/run/other-way.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { eventsOf, phoneListOf, runStarted } from '../../support/run-samples.ts'

const page = { code: 'page', host: 'api.interfaces.records.teams.microsoft.com' } as const
const denied: GatewayFailure = { kind: 'denied', why: { code: 'role' } }
const notFound: GatewayFailure = { kind: 'not-found' }
const turnedAway: GatewayFailure = { kind: 'unexpected', status: 403, sent: 'no', why: page }
const unrecognized: GatewayFailure = { kind: 'unexpected', status: 403, answer: '403 page', why: page }

const nextTryAt = '2026-11-21T09:01:00.000Z'
const waits = (failure: GatewayFailure, batch = 0): RunHappening => ({
  ...{ type: 'BatchRefused', batch, failure, nextTryAt },
})
const refused = (failure: GatewayFailure, batch = 0): RunHappening => ({
  type: 'BatchRefused',
  batch,
  failure,
})
const submitting: RunHappening = { type: 'BatchSubmitting', batch: 0, attempt: 1 }
const taken: RunHappening = { type: 'BatchSubmitted', batch: 0, batchId: 'b' }

const isWorthIt = (...happenings: readonly RunHappening[]): boolean => {
  const state = replay(eventsOf(runStarted(planRun(phoneListOf(200, 'EMEA'))), ...happenings))
  return state !== undefined && isWorthOtherWay(state)
}

test.each<[string, readonly RunHappening[]]>([
  ['denied before anything was sent', [waits(denied), { type: 'WatchStopped', reason: 'denied' }]],
  ['something else than the service answered', [waits(turnedAway)]],
  ['the service does not know createbatch', [submitting, refused(notFound)]],
  ['put off because the history is denied', [{ type: 'BatchPostponed', batch: 0, failure: denied }]],
])('another way is worth trying: %s', (_, happenings) => {
  expect(isWorthIt(...happenings)).toBe(true)
})

test.each<[string, readonly RunHappening[]]>([
  ['nothing has failed', []],
  ['a batch is being submitted', [waits(denied, 1), submitting]],
  ['a batch was taken', [submitting, taken, waits(denied, 1)]],
  [
    'a batch may have been taken',
    [submitting, { type: 'BatchOutcomeUnknown', batch: 0, failure: unrecognized }],
  ],
  [
    'a batch may be one of the service',
    [waits(denied, 1), { type: 'BatchOutcomeUnknown', batch: 0, batchIds: ['b'] }],
  ],
  ['the refusal is the word of the operator', [submitting, refused(unrecognized)]],
  ['the service asks for fewer requests', [waits({ kind: 'throttled' })]],
  ['there is no network', [waits({ kind: 'unreachable', sent: 'no', why: { code: 'offline', host: 'x' } })]],
])('another way is not offered where %s', (_, happenings) => {
  expect(isWorthIt(...happenings)).toBe(false)
})
