import { expect, test } from 'vitest'
import { type Diagnosed, diagnose } from '../../../src/main/log/diagnostics.ts'
import type { DoctorReport } from '../../../src/shared/doctor/report.ts'
import { verdictOf } from '../../../src/shared/doctor/verdict.ts'
import { text } from '../../../src/shared/text/index.ts'
import { operator, startedWith, stateOf, tenant } from '../../support/run-samples.ts'

const at = '2026-11-21T08:00:00.000Z'
const token = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(40)}.c`
const of: Diagnosed = {
  tenantTest: undefined,
  info: { version: '0.1.0', electron: '45.4.1', chromium: '156.0.1', platform: 'win32' },
  system: 'win32 10.0.26100 x64',
  now: Date.parse(at),
  session: {
    kind: 'signed-in',
    tenant,
    operator,
    accounts: [],
    accountId: 'oslo',
    storage: 'encrypted',
    renewal: {
      kind: 'interaction-required',
      message: 'Sign in again.',
      remedy: 'Do it.',
      code: 'AADSTS50173',
      correlationId: 'c0ffee',
      claims: '{"secret":1}',
      at,
    },
  },
  encryption: { kind: 'public-key' },
  run: stateOf(startedWith(120), { type: 'BatchSubmitted', batch: 0, batchId: 'batch-id' }),
  settings: {
    theme: 'dark',
    tenant: 'contoso.com',
    fullNamesInLog: false,
    updates: 'off',
    managed: {
      tenant: { by: 'organisation', place: 'HKLM\\Software' },
      updates: { by: 'file-beside', place: 'C:\\Downloads\\policy.json' },
    },
    fileBeside: {
      path: 'C:\\Downloads\\policy.json',
      sha256: 'c0ffee',
      values: { updates: 'off' },
      overruled: [],
      answer: 'use',
    },
    troubles: ['Put aside.'],
  },
  recent: {
    calls: [{ at, level: 'info', area: 'service', message: 'GET /tenants 200 in 1 ms', correlationId: 'd1' }],
    troubles: [{ at, level: 'error', area: 'app', message: `window: Error: ${token}\n    at main` }],
  },
}

test('they carry the last test of a tenant, as it is copied', () => {
  const tenantTest: DoctorReport = {
    ...{ at: '2026-03-02T09:00:00.000Z', appVersion: '0.1.0', tenantId: 'the-tenant', simulated: false },
    checks: [
      {
        ...{ id: 'batch-history', request: 'GET /x', status: 403, ms: 3, correlationId: 'c1' },
        ...{ present: [], missing: [], added: [], addedMore: 0, values: [] },
        outcome: { kind: 'failed', failure: 'denied', code: '40301' },
      },
    ],
  }
  const written = diagnose({ ...of, tenantTest })
  expect(written).toContain('HTTP 403')
  expect(written).toContain('code: 40301')
  expect(written).toContain(verdictOf(tenantTest).message)
})

test('there is all that a support ticket needs', () => {
  const written = diagnose(of)

  for (const part of [
    '0.1.0',
    'Electron 45.4.1',
    'Chromium 156.0.1',
    text.main.diagnostics.encryptionOutcome['public-key'],
    'win32 10.0.26100 x64',
    tenant.id,
    'AADSTS50173 c0ffee',
    '60 signing in',
    'batch-id open',
    'clientId 12128f48-ec9e-42f0-b203-ea49fb6af367',
    'theme dark',
    'tenant is set by the organization (HKLM\\Software)',
    'updates comes from the file beside the program (C:\\Downloads\\policy.json)',
    'file beside the program C:\\Downloads\\policy.json (used, SHA-256 c0ffee)',
    'Put aside.',
    `${at} d1 service GET /tenants 200 in 1 ms`,
    'window: Error:',
  ])
    expect(written).toContain(part)
})

test('there is no token, no claims, nobody in full, and one line an error', () => {
  const written = diagnose(of)

  for (const secret of [token, 'eyJ', 'secret', operator.username, 'at main'])
    expect(written).not.toContain(secret)
  expect(written).toContain('a…@contoso.com')
  expect(diagnose({ ...of, settings: { ...of.settings, fullNamesInLog: true } })).toContain(operator.username)
})

test('nobody signed in and no run is said as such', () => {
  const written = diagnose({
    ...of,
    session: { kind: 'signed-out', accounts: [] },
    run: undefined,
    recent: { calls: [], troubles: [] },
  })

  expect(written).toContain(text.main.diagnostics.signedOut)
  expect(written.match(/none/g)).toHaveLength(4)
})
