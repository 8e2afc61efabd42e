import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { examineTenant } from '../../../src/core/doctor/examine-tenant.ts'
import { createTenantReads } from '../../../src/core/gateway/read-tenant.ts'
import type { Fault } from '../../../src/core/simulator/fault.ts'
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../../src/core/simulator/simulator.ts'
import { type CheckId, checkIds, type DoctorReport } from '../../../src/shared/doctor/report.ts'
import { reportAsText } from '../../../src/shared/doctor/report-as-text.ts'
import { verdictOf } from '../../../src/shared/doctor/verdict.ts'
import { succeed } from '../../../src/shared/result.ts'
import { json, route } from '../../support/admin-api.ts'
import { type SeenRequest, smallServer } from '../../support/small-server.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

async function simulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const one = await startSimulator({ now: () => Date.parse('2026-03-02T09:00:00Z'), ...options })
  opened.push(one)
  one.startElsewhere('EMEA', [{ userName: 'lobby@contoso.com', hardwareId: '1A-2B-3C-D4-E5-F6' }])
  return one
}

const examine = (
  baseUrl: string,
  token: string,
  of: Pick<Simulator, 'tenant' | 'operator'>,
): Promise<DoctorReport> =>
  examineTenant({
    session: {
      ...{ tenant: of.tenant, operator: of.operator },
      reads: createTenantReads({
        ...{ baseUrl, fetch, userAgent: 'doctor-test/1.0' },
        tokens: async () => succeed(token),
      }),
    },
    appVersion: '0.0.0',
    now: () => 0,
  })

async function examined(options: Partial<SimulatorOptions> = {}): Promise<DoctorReport> {
  const one = await simulator(options)
  return examine(one.baseUrl, one.token, one)
}

const pathOf: Readonly<Record<CheckId, string>> = {
  routing: '/Teams.Tenant/serviceDiscovery',
  tenant: '/Teams.Tenant/tenants',
  'batch-history': '/Teams.SipDevicesGatewayManagement/v1/batchsummaries',
  'latest-batch': '/Teams.SipDevicesGatewayManagement/v1/batchstatus',
  'sip-devices': '/Skype.Policy/configurations/TeamsSipDevicesConfiguration',
  'phone-policies': '/Skype.Policy/configurations/TeamsIPPhonePolicy',
  'calling-policies': '/Skype.Policy/configurations/TeamsCallingPolicy',
  'trusted-addresses': '/Skype.Policy/configurations/TenantTrustedIPAddress',
  'operator-account': '/Teams.User/users/00000000-0000-4000-8000-0000000000ad',
}

const outcomeOf = ({ checks }: DoctorReport, id: CheckId) => checks.find((check) => check.id === id)?.outcome

describe('the simulated tenant', () => {
  test.each(['camel', 'pascal'] as const)('passes in %s case', async (casing) => {
    const report = await examined({ casing })
    expect(report.checks.map(({ id, outcome }) => [id, outcome.kind])).toEqual(
      checkIds.map((id) => [id, 'expected']),
    )
    expect(verdictOf(report).kind).toBe('expected')
    for (const { status, correlationId } of report.checks) {
      expect(status).toBe(200)
      expect(correlationId).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  test('passes without any batch, of which nothing can be said', async () => {
    const report = await examined({
      faults: ({ path }) => (path === pathOf['batch-history'] ? { kind: 'empty-history' } : undefined),
    })
    expect(outcomeOf(report, 'latest-batch')).toEqual({ kind: 'skipped', why: 'no-batch' })
    expect(verdictOf(report).kind).toBe('expected')
  })

  test('shows words and forms that nobody has seen yet, and new keys are no difference', async () => {
    const report = await examined({
      faults: ({ path }) =>
        path === pathOf['batch-history']
          ? { kind: 'other-value', key: 'batchStatus', value: 'Orchestrating' }
          : path === pathOf['sip-devices']
            ? { kind: 'other-value', key: 'newSetting', value: 1 }
            : undefined,
    })
    const history = report.checks.find(({ id }) => id === 'batch-history')
    expect(history?.values).toContainEqual({ key: 'batchStatus', values: [['Orchestrating', 1]] })
    expect(history?.values).toContainEqual({ key: 'requestTime', values: [['0000-00-00T00:00:00.000Z', 1]] })
    expect(report.checks.find(({ id }) => id === 'sip-devices')?.added).toEqual([
      { key: 'newSetting', kind: 'number' },
    ])
    expect(verdictOf(report).kind).toBe('expected')
  })
})

const faults: readonly (readonly [string, Fault, 'attention' | 'access'])[] = [
  ['missing rights', { kind: 'error', status: 403 }, 'access'],
  ['a refused sign-in', { kind: 'expired-token' }, 'access'],
  ['throttling', { kind: 'throttled', retryAfterSeconds: 30 }, 'attention'],
  ['an error of the server', { kind: 'error', status: 503 }, 'attention'],
  ['no answer', { kind: 'reset' }, 'attention'],
  ['a page of a guest network', { kind: 'html' }, 'attention'],
  ['no JSON', { kind: 'wrong-json' }, 'attention'],
  ['another shape', { kind: 'wrong-shape' }, 'attention'],
  ['a page of a proxy', { kind: 'proxy', status: 404, says: 'page' }, 'attention'],
  ['half an answer', { kind: 'cut-body' }, 'attention'],
]

test.each(faults)('%s in any read has a verdict of its own', async (_, fault, kind) => {
  const reports = await Promise.all(
    checkIds.map((id) => examined({ faults: ({ path }) => (path === pathOf[id] ? fault : undefined) })),
  )
  const verdicts = reports.map(verdictOf)
  expect(verdicts.map((verdict) => verdict.kind)).toEqual(checkIds.map(() => kind))
  expect(new Set(verdicts.map(({ message }) => message)).size).toBe(checkIds.length)
  // What was asked beside it answered as ever, unless there was no use in asking.
  for (const [index, report] of reports.entries())
    for (const { id, outcome } of report.checks)
      if (id !== checkIds[index]) expect(['expected', 'skipped']).toContain(outcome.kind)
})

test.each<readonly [CheckId, string]>([
  ['operator-account', "Bulk sign-in itself doesn't need this"],
  ['latest-batch', "Don't start a run yet"],
])('%s that is answered by 404 is told with whether a run needs it', async (id, words) => {
  const report = await examined({
    faults: ({ path }) => (path === pathOf[id] ? { kind: 'proxy', status: 404, says: 'json' } : undefined),
  })
  expect(verdictOf(report).remedy).toContain(words)
})

test.each<readonly [CheckId, Fault, string]>([
  ['sip-devices', { kind: 'other-value', key: 'bulkSignIn', value: 'Disabled' }, 'bulk-sign-in-off'],
  ['phone-policies', { kind: 'other-value', key: 'signInMode', value: 'UserSignIn' }, 'no-phone-policy'],
  [
    'calling-policies',
    { kind: 'other-value', key: 'allowSIPDevicesCalling', value: 'False' },
    'no-calling-policy',
  ],
  ['trusted-addresses', { kind: 'empty-history' }, 'no-trusted-address'],
])('%s that is not prepared is told', async (id, fault, what) => {
  const report = await examined({ faults: ({ path }) => (path === pathOf[id] ? fault : undefined) })
  expect(outcomeOf(report, id)).toEqual({ kind: 'unprepared', what })
  expect(verdictOf(report)).toMatchObject({ kind: 'attention', remedy: expect.stringContaining('24 hours') })
})

test.each<readonly [CheckId, string]>([
  ['routing', 'Endpoints'],
  ['tenant', 'tenantId'],
  ['batch-history', 'batchStatus'],
  ['latest-batch', 'batchItems'],
  ['sip-devices', 'bulkSignIn'],
  ['phone-policies', 'signInMode'],
  ['calling-policies', 'allowSIPDevicesCalling'],
  ['trusted-addresses', 'identity'],
  ['operator-account', 'effectivePolicyAssignments'],
])('%s without the key %s differs, and the key is named', async (id, key) => {
  const report = await examined({
    faults: ({ path }) => (path === pathOf[id] ? { kind: 'without-key', key } : undefined),
  })
  expect(outcomeOf(report, id)).toEqual({ kind: 'differs', how: 'missing-keys' })
  const missing = report.checks.find((check) => check.id === id)?.missing.map((one) => one.toLowerCase())
  expect(missing).toContain(key === 'batchItems' ? 'batchitem' : key.toLowerCase())
  expect(verdictOf(report).kind).toBe('attention')
})

test('the answer of another tenant is told before anything else', async () => {
  const one = await simulator()
  const tenant = { ...one.tenant, id: '11111111-2222-3333-4444-555555555555' }
  const report = await examine(one.baseUrl, one.token, { ...one, tenant })
  expect(outcomeOf(report, 'tenant')).toEqual({ kind: 'differs', how: 'other-tenant' })
  expect(verdictOf(report).message).toContain('another tenant')
})

describe('a server that the app does not know', () => {
  async function against(answer: (request: SeenRequest, response: ServerResponse) => void) {
    const server = await smallServer(answer)
    opened.push(server)
    const { tenant, operator } = await simulator()
    return { report: await examine(server.baseUrl, 'a-token', { tenant, operator }), seen: server.seen }
  }

  test('is only ever asked with the documented GETs, and no policy read names the other part of the service', async () => {
    const { seen } = await against(({ path }, response) =>
      json(response, 200, path === pathOf.routing ? route : [{ batchId: 'b1', batchStatus: 'Completed' }]),
    )
    expect(seen.map(({ method, body }) => `${method} ${body}`)).toEqual(checkIds.map(() => 'GET '))
    expect(seen.map(({ path }) => path.split('?')[0])).toEqual(checkIds.map((id) => pathOf[id]))
    for (const { path, headers } of seen.slice(2)) {
      const isPolicy = path.startsWith('/Skype.Policy/')
      expect(headers['x-ms-forest']).toBe(isPolicy ? 'forest-1' : undefined)
      expect(headers['x-ms-target-uri']).toBe(isPolicy ? undefined : 'https://admin.contoso.example/')
    }
  })

  test('that wraps its lists and writes in snake case differs everywhere, with its keys shown', async () => {
    const { report } = await against((_, response) =>
      json(response, 200, { odata_context: 'x', value: [{ batch_id: 'b1', status_text: 'ok' }] }),
    )
    expect(report.checks.flatMap(({ outcome }) => (outcome.kind === 'differs' ? [outcome.how] : []))).toEqual(
      ['other-shape', 'other-shape', 'other-shape', 'other-shape', 'other-shape', 'other-shape'],
    )
    expect(report.checks[0]?.added).toEqual([
      { key: 'odata_context', kind: 'text' },
      { key: 'value', kind: 'list' },
      { key: 'value.batch_id', kind: 'text' },
      { key: 'value.status_text', kind: 'text' },
    ])
  })

  test('that says why it refuses is quoted by its code and the words that are no names', async () => {
    const { report } = await against((_, response) =>
      json(response, 403, {
        error: {
          code: '40301',
          message: "The user 'Adele Vance' is not authorized. AADSTS50076 +4930123456",
        },
      }),
    )
    const text = reportAsText(report)
    expect(text).toContain('code: 40301')
    expect(text).toContain("said: The user '…' is not authorized. AADSTS50076 …")
    expect(text).not.toMatch(/Adele|Vance|4930/)
  })

  test('that has the route in its tenant alone is read all the same', async () => {
    const one = await simulator({
      faults: ({ path }) => (path === pathOf.routing ? { kind: 'error', status: 500 } : undefined),
    })
    const report = await examine(one.baseUrl, one.token, one)
    expect(report.checks.filter(({ outcome }) => outcome.kind === 'expected')).toHaveLength(
      checkIds.length - 1,
    )
  })
})
