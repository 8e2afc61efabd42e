import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { stillToSubmit } from '../../../src/shared/run/still-to-submit.ts'
import { unsentPlan } from '../../../src/shared/run/unsent-plan.ts'
import { phoneListOf, runStarted, stateOf } from '../../support/run-samples.ts'

const failure = { kind: 'throttled', message: 'The service asks for fewer requests.' } as const
const ways: readonly ((batch: number) => readonly RunHappening[])[] = [
  () => [],
  (batch) => [
    { type: 'BatchSubmitting', batch, attempt: 1 },
    { type: 'BatchRefused', batch, failure, nextTryAt: '2026-03-02T10:00:00Z' },
  ],
  (batch) => [
    { type: 'BatchSubmitting', batch, attempt: 1 },
    { type: 'BatchSubmitted', batch, batchId: `b${batch}` },
  ],
  (batch) => [
    { type: 'BatchSubmitting', batch, attempt: 1 },
    { type: 'BatchOutcomeUnknown', batch, failure },
  ],
]

/** A run of 450 phones in six batches, each of which went the given way. */
function runThatWent(which: readonly number[]): RunState {
  const plan = planRun(phoneListOf(450))
  return stateOf(runStarted(plan), ...which.flatMap((way, batch) => ways[way]?.(batch) ?? []))
}

const anyRun = fc.array(fc.nat(ways.length - 1), { minLength: 6, maxLength: 6 }).map(runThatWent)

test('the plan of what is unsent has the phones and batches that are counted to be confirmed', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const { phones, batches } = unsentPlan(run)
      expect({ phones: phones.length, batches: batches.length }).toEqual(stillToSubmit(run))
      const placed = batches.flatMap((batch) => batch.phones)
      expect(placed).toEqual([...phones.keys()])
      for (const batch of batches)
        for (const place of batch.phones) expect(phones[place]?.region).toBe(batch.region)
    }),
  )
})

test('an unconfirmed submission is part of it only when it is to be submitted again', () => {
  const run = runThatWent([2, 3, 0, 2, 2, 2])
  const unconfirmed = run.batches[1]?.phones ?? []
  const usernames = unsentPlan(run, [1]).phones.map(({ username }) => username)
  expect(usernames).toEqual(
    [...unconfirmed, ...(run.batches[2]?.phones ?? [])].map((index) => run.phones[index]?.username),
  )
  expect(unsentPlan(run).batches).toHaveLength(1)
})
