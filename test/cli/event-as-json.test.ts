import { expect, test } from 'vitest'
import { eventAsJson } from '../../src/cli/event-as-json.ts'
import type { RunHappening } from '../../src/shared/run/events.ts'
import { text } from '../../src/shared/text/index.ts'
import { eventsOf, runStarted } from '../support/run-samples.ts'

const json = (happening: RunHappening): unknown =>
  JSON.parse(JSON.stringify(eventAsJson(eventsOf(happening)[0] as never)))

test('programs find the words for the codes of a journal in the keys that they know', () => {
  const row = { row: 3, username: '', hardwareId: 'x' }
  const at = '2026-03-02T08:00:00Z'
  const why = { code: 'signed-in', at, runId: 'a', list: 'a.csv' } as const
  const fact = { says: 'usernameMissing', values: { row: 3 } } as const
  expect(
    json(
      runStarted({
        ...{ phones: [], batches: [] },
        leftOut: [
          { ...row, why: { code: 'issues', issues: [fact] } },
          { ...row, why },
        ],
      }),
    ),
  ).toMatchObject({
    leftOut: [
      { ...row, reason: text.check.inRow(3, text.check.usernameMissing) },
      { ...row, reason: text.run.signedInBefore('a.csv', at, 'a'), signedInAt: at },
    ],
  })
  const failure = { kind: 'unavailable', status: 503 } as const
  const message = text.gateway.failures.unavailable(503)
  expect(json({ type: 'WatchInterrupted', batch: 0, failure })).toMatchObject({ failure: { message } })
  expect(json({ type: 'BatchPostponed', batch: 0, failure })).toMatchObject({
    message: text.run.historyUnread(message),
  })
  expect(json({ type: 'BatchOutcomeUnknown', batch: 0, since: at, batchIds: ['b'] })).toMatchObject({
    failure: { kind: 'unexpected', message: text.run.inOtherBatches(1) },
  })
  expect(json({ type: 'BatchFinished', batch: 0, end: 'operator' })).toMatchObject({
    serviceStatus: text.run.leftUnknown,
  })
})
