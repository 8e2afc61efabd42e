import type { Check, DoctorReport } from '../../src/shared/doctor/report.ts'

const trace = { status: 200, ms: 41, correlationId: '5f0c0a52-7d1b-4c39-9a53-0d8a0f6f2b11' }
const unseen = { present: [], missing: [], added: [], addedMore: 0, values: [] } as const

/** A report about a tenant, as a window may get one: expected, unless other checks are given. */
export const reportOf = (tenantId: string, checks: readonly Check[] = [expected, rights]): DoctorReport => ({
  ...{ at: '2026-03-02T09:00:00.000Z', appVersion: '0.1.0', tenantId, simulated: false },
  checks,
})

const expected: Check = {
  ...{ id: 'routing', request: 'GET /Teams.Tenant/serviceDiscovery', ...trace, ...unseen },
  present: ['Endpoints.AdminServiceEndpoint'],
  outcome: { kind: 'expected' },
}

const rights: Check = {
  ...{ id: 'batch-history', request: 'GET /x/batchsummaries', ...trace, ...unseen },
  present: ['batchId', 'batchStatus'],
  values: [{ key: 'batchStatus', values: [['Completed', 12]] }],
  outcome: { kind: 'expected' },
}

/** One check for each outcome that there is. */
export const everyOutcome: readonly Check[] = [
  expected,
  { ...rights, outcome: { kind: 'differs', how: 'missing-keys' }, missing: ['batchStatus'] },
  {
    ...{ id: 'latest-batch', request: 'GET /x/batchstatus?batchid={batch}', ...unseen },
    outcome: { kind: 'skipped', why: 'no-batch' },
  },
  {
    ...{ id: 'sip-devices', request: 'GET /x/TeamsSipDevicesConfiguration', ...trace, ...unseen },
    values: [{ key: 'BulkSignIn', values: [['Disabled', 1]] }],
    added: [{ key: 'newSetting', kind: 'number' }],
    outcome: { kind: 'unprepared', what: 'bulk-sign-in-off' },
  },
  {
    ...{ id: 'operator-account', request: 'GET /x/users/{operator}', ...trace, ...unseen, status: 503 },
    outcome: { kind: 'failed', failure: 'unavailable', code: 'ServerError' },
  },
]
