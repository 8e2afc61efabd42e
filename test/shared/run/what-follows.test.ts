import { describe, expect, test } from 'vitest'
import { planRun } from '../../../src/shared/run/plan.ts'
import { whatFollows } from '../../../src/shared/run/what-follows.ts'
import { phoneListOf, runStarted, stateOf, tenant } from '../../support/run-samples.ts'

// Three batches of 100: the first two are unconfirmed, the third waits.
const run = stateOf(
  runStarted(planRun(phoneListOf(300, 'NOAM'))),
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchOutcomeUnknown', batch: 0 },
  { type: 'BatchSubmitting', batch: 1, attempt: 1 },
  { type: 'BatchOutcomeUnknown', batch: 1 },
  { type: 'WatchStopped', reason: 'operator' },
)
const phones = (first: number, end: number) =>
  run.phones.slice(first, end).map(({ username, hardwareId }) => ({ username, hardwareId }))
const again = { kind: 'submit-again' } as const
const others = { phones: 100, batches: 1 }

describe('what follows from a decision', () => {
  test('to submit again is the batch and what waits besides', () => {
    expect(whatFollows(run, [{ batch: 0, decision: again }], tenant)).toEqual({
      accounts: 200,
      others,
      confirmed: { tenantId: tenant.id, phones: [...phones(0, 100), ...phones(200, 300)], batches: 2 },
    })
  })

  test.each([{ kind: 'adopt', batchId: 'theirs' }, { kind: 'leave' }] as const)(
    'of the kind $kind is only what waits besides',
    (decision) => {
      expect(whatFollows(run, [{ batch: 0, decision }], tenant)).toMatchObject({
        accounts: 100,
        confirmed: { phones: phones(200, 300), batches: 1 },
      })
    },
  )
})

test('from decisions about several batches follows the sum', () => {
  const resolutions = [0, 1].map((batch) => ({ batch, decision: again }))
  expect(whatFollows(run, resolutions, tenant)).toMatchObject({
    accounts: 300,
    others,
    confirmed: { phones: phones(0, 300), batches: 3 },
  })
})
