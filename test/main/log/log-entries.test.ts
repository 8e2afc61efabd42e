import { expect, test } from 'vitest'
import { callEntry, runEntry } from '../../../src/main/log/log-entries.ts'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { eventsOf, startedWith, tenant } from '../../support/run-samples.ts'

const entryOf = (happening: RunHappening) => {
  const [event] = eventsOf(happening)
  if (!event) throw new Error('No event')
  return runEntry(event)
}

test('a call is written with how it ended and how long it took', () => {
  const call = { method: 'GET', path: '/Teams.Tenant/tenants', ms: 119.6, correlationId: 'c' }

  expect(callEntry({ ...call, status: 200 })).toEqual({
    level: 'info',
    area: 'service',
    message: 'GET /Teams.Tenant/tenants 200 in 120 ms',
    correlationId: 'c',
  })
  expect(callEntry({ ...call, status: 403 })).toMatchObject({ level: 'warning' })
  expect(callEntry(call)).toMatchObject({ level: 'warning', message: expect.stringContaining('no answer') })
})

test('a run is written without the names of its phones', () => {
  const { message } = entryOf(startedWith(120))

  expect(message).toContain('120 phones in 2 batches')
  expect(message).toContain(tenant.id)
  expect(message).not.toContain('phone0')
})

test.each<[RunHappening, string]>([
  [{ type: 'BatchSubmitting', batch: 0, attempt: 2 }, 'BatchSubmitting batch 1 attempt 2'],
  [{ type: 'BatchSubmitted', batch: 2, batchId: 'b' }, 'BatchSubmitted batch 3 as b'],
  [
    {
      type: 'PhonesReported',
      batch: 0,
      phones: [
        { phone: 0, status: 'signed in', said: 'success' },
        { phone: 1, status: 'failed', said: 'failed' },
        { phone: 2, status: 'failed', said: 'failed' },
      ],
    },
    'PhonesReported batch 1 3 phones: 1 signed in, 2 failed',
  ],
  [
    { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
    'BatchFinished batch 1 Completed',
  ],
  [{ type: 'WatchStopped', reason: 'operator' }, 'WatchStopped operator'],
  [{ type: 'RunFinished' }, 'RunFinished'],
])('%j is one line', (happening, message) => {
  expect(entryOf(happening)).toEqual({ level: 'info', area: 'run', message })
})

test('a failure is a warning with its correlation ID', () => {
  const failure = {
    kind: 'refused',
    status: 400,
    message: 'Refused.',
    said: 'Bad region',
    correlationId: 'c',
  } as const

  expect(entryOf({ type: 'BatchRefused', batch: 0, failure, nextTryAt: 'later' })).toEqual({
    level: 'warning',
    area: 'run',
    message: 'BatchRefused batch 1, next try later: refused 400, Bad region',
    correlationId: 'c',
  })
  expect(entryOf({ type: 'WatchStopped', reason: 'journal' })).toMatchObject({ level: 'error' })
})
