import type { Tenant } from '../../../src/shared/gateway/tenant.ts'
import type { HistoryBatch, HistoryPhone } from '../../../src/shared/run/batch-history.ts'
import { noPhones } from '../../../src/shared/run/counts.ts'
import type { PastRun, RunsOnDisk } from '../../../src/shared/run/past-run.ts'
import type { Watching } from '../../../src/shared/run/run-state.ts'
import { longNames, manyPhones } from './example-lists.ts'
import { operator, realTenant, simulatedTenant } from './example-run.ts'

const fabrikam: Tenant = {
  id: '0b1d3c5e-7f90-4a2b-8c4d-6e8f0a1b2c3d',
  name: 'Fabrikam',
  domain: 'fabrikam.com',
  simulated: false,
}

const none = noPhones
const finished: Watching = { kind: 'finished' }
const stopped = (reason: Extract<Watching, { kind: 'stopped' }>['reason']): Watching => ({
  kind: 'stopped',
  reason,
})

export const batchIdOf = (number: number): string =>
  `5c1f0b7e-1f2d-4a41-8b0a-${number.toString(16).padStart(12, '0')}`

/** The run of this number: the higher, the longer ago. */
export function pastRunOf(number: number, more: Partial<PastRun> = {}): PastRun {
  const startedAt = new Date(Date.parse('2026-11-20T15:12:00Z') - number * 7_260_000).toISOString()
  return {
    runId: `${startedAt.slice(0, 10).replaceAll('-', '')}-000000-${number.toString(16).padStart(6, '0')}`,
    tenant: realTenant,
    operator,
    listName: `building-${number}.csv`,
    startedAt,
    lastEventAt: startedAt,
    watching: finished,
    counts: { ...none, 'signed in': 100 },
    leftOut: 0,
    batches: [{ region: 'EMEA', phones: 100, stage: 'finished', batchId: batchIdOf(number) }],
    toSubmit: { phones: 0, batches: 0 },
    ...more,
  }
}

const withFailures = pastRunOf(5, {
  listName: 'phones-300.csv',
  counts: { ...none, 'signed in': 281, failed: 17, unknown: 2 },
  leftOut: 4,
})

/** A run in every state, and two that cannot be read. */
export const everyRun: RunsOnDisk = {
  runs: [
    pastRunOf(1, {
      listName: 'north-wing.csv',
      watching: { kind: 'watching' },
      holder: {
        kind: 'process',
        process: 4711,
        since: '2026-03-02T09:00:00.000Z',
        file: 'C:\\Users\\admin\\AppData\\Roaming\\SIP Gateway Bulk Sign-in\\runs\\20260302-090000-aaaaaa.jsonl.lock',
      },
      counts: { ...none, 'signed in': 41, failed: 2, 'signing in': 57, queued: 100 },
    }),
    pastRunOf(2, {
      listName: 'head-office.csv',
      watching: stopped('operator'),
      counts: { ...none, 'signed in': 120, failed: 6, 'signing in': 74, queued: 100 },
    }),
    pastRunOf(3, {
      listName: 'warehouse-and-yard.csv',
      tenant: fabrikam,
      watching: stopped('undecided'),
      counts: { ...none, 'signed in': 88, failed: 4, unknown: 100 },
    }),
    pastRunOf(4, {
      listName: 'reception.csv',
      watching: stopped('ended'),
      counts: { ...none, 'signed in': 9, 'signing in': 3 },
      trouble:
        'The journal ends in the middle of line 1,204, as after a power cut. Everything before it is sound.',
    }),
    ...['denied', 'closing', 'journal'].map((reason, index) =>
      pastRunOf(9 + index, {
        watching: stopped(reason as 'denied'),
        counts: { ...none, 'signed in': 60, queued: 40 },
      }),
    ),
    pastRunOf(6, {
      listName: 'phones-300.csv',
      retryOf: withFailures.runId,
      counts: { ...none, 'signed in': 15, failed: 2 },
    }),
    withFailures,
    pastRunOf(7, {
      listName: 'sample.csv',
      tenant: simulatedTenant,
      counts: { ...none, 'signed in': 300 },
    }),
    pastRunOf(8, {
      listName: 'gates.csv',
      retryOf: '20261102-081500-00a1b2',
      counts: { ...none, failed: 3 },
    }),
  ],
  unreadable: [
    {
      runId: '20261019-071102-9f00e1',
      file: 'C:\\Users\\admin\\AppData\\Roaming\\SIP Gateway Bulk Sign-in\\runs\\20261019-071102-9f00e1.jsonl',
      trouble: "From line 1 on, this version doesn't understand the journal.",
    },
    {
      runId: '20261018-160000-0000aa',
      file: 'C:\\Users\\admin\\AppData\\Roaming\\SIP Gateway Bulk Sign-in\\runs\\20261018-160000-0000aa.jsonl',
      trouble: '',
    },
  ],
}

export const oneRetry: RunsOnDisk = {
  runs: everyRun.runs.filter(({ retryOf }) => retryOf === withFailures.runId),
  unreadable: [],
}

export const threeRuns: RunsOnDisk = {
  runs: [everyRun.runs[1] ?? withFailures, withFailures, pastRunOf(12)],
  unreadable: [],
}

export const manyRuns: RunsOnDisk = {
  runs: Array.from({ length: 200 }, (_, index) => pastRunOf(index)),
  unreadable: [],
}

/** Names as long as anybody makes them. */
export const long = {
  listName: longNames.name,
  tenant: {
    id: 'c2a1f0de-1b2c-4d3e-8f4a-5b6c7d8e9f00',
    name: 'Contoso Municipal Utilities and Harbour Operations of the Greater Western Region',
    domain: 'municipal-utilities-and-harbour-operations.western-region.contoso.com',
    simulated: false,
  },
  operator: { username: 'teams-telephony-administration.main-building@western-region.contoso.com' },
} as const

export const longRuns: RunsOnDisk = {
  runs: [
    pastRunOf(1, {
      ...long,
      watching: stopped('operator'),
      counts: {
        queued: 1200,
        submitting: 100,
        'signing in': 200,
        'signed in': 1403,
        failed: 87,
        unknown: 10,
        'not sent': 0,
      },
      leftOut: 112,
      toSubmit: { phones: 1200, batches: 12 },
    }),
  ],
  unreadable: [],
}

const statuses = ['Completed', 'InProgress', 'Completed', 'Completed']

/** `count` batches, every `foreignEach`th made elsewhere. */
export const batchHistoryOf = (count: number, foreignEach = 3): readonly HistoryBatch[] =>
  Array.from({ length: count }, (_, index) => {
    const run = pastRunOf(index)
    const isForeign = index % foreignEach === foreignEach - 1
    return {
      batchId: isForeign ? `9e77c0de-1f2d-4a41-8b0a-${String(index).padStart(12, '0')}` : batchIdOf(index),
      batchStatus: statuses[index % statuses.length] ?? '',
      phones: isForeign ? 12 + (index % 88) : 100,
      region: ['NOAM', 'EMEA', 'APAC'][index % 3] ?? '',
      requestTime: run.startedAt,
      userId: '3f2b1a00-5c4d-4e6f-8a7b-9c0d1e2f3a4b',
      ...(!isForeign && { runId: run.runId }),
    }
  })

const errors = [
  'Device is offline.',
  'User not found in tenant.',
  'Something new that no table lists',
  'Public IP IPv4 - 203.0.113.7, IPv6 -  for the device is not trusted. Please whitelist the public IP in TAC.',
]

/** `count` phones, every fourth failed, every fifth of the others on its way. */
export const historyPhones = (count: number): readonly HistoryPhone[] =>
  manyPhones(count).rows.map(({ username, hardwareId }, index): HistoryPhone => {
    const error = errors[(index >> 2) % errors.length]
    if (index % 4 === 1 && error !== undefined)
      return { username, hardwareId, status: 'failed', said: 'failed', error }
    return index % 5 === 4
      ? { username, hardwareId, status: 'signing in', said: 'InProgress' }
      : { username, hardwareId, status: 'signed in', said: 'success' }
  })
