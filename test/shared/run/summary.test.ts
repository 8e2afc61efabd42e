import { describe, expect, test } from 'vitest'
import type { PhoneReport, RunHappening } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { runSummary } from '../../../src/shared/run/summary.ts'
import { eventsOf, operator, phoneListOf, runStarted, tenant } from '../../support/run-samples.ts'

const options = { appVersion: '0.2.0', now: Date.parse('2026-03-02T09:05:00Z') }
const failed = (phone: number, error?: string): PhoneReport => ({
  phone,
  status: 'failed',
  said: 'failed',
  ...(error !== undefined && { error }),
})

function summaryOf(
  happenings: readonly RunHappening[],
  more: { readonly failedNames?: boolean } = {},
): string {
  const events = eventsOf(runStarted(planRun(phoneListOf(6))), ...happenings)
  const state = replay(events)
  if (!state) throw new Error('A run without events')
  return runSummary({ state, events }, { ...options, ...more })
}

const submitted: readonly RunHappening[] = [0, 1, 2].flatMap((batch): readonly RunHappening[] => [
  { type: 'BatchSubmitting', batch, attempt: 1 },
  { type: 'BatchSubmitted', batch, batchId: `id-${batch}` },
])
// Six phones, two of each region: NOAM has 0 and 3, EMEA 1 and 4, APAC 2 and 5.
const whole: readonly RunHappening[] = [
  ...submitted,
  {
    type: 'WatchInterrupted',
    batch: 1,
    failure: {
      kind: 'throttled',
      why: { code: 'written', sentence: 'Too many requests for gate@contoso.com.' },
      correlationId: '4c1f0b7e-1f2d-4a41-8b0a-6d1f3f1f0001',
    },
  },
  { type: 'WatchResumed', batch: 1 },
  {
    type: 'PhonesReported',
    batch: 0,
    phones: [{ phone: 0, status: 'signed in', said: 'success' }, failed(3, 'User not found in tenant.')],
  },
  {
    type: 'PhonesReported',
    batch: 1,
    phones: [failed(1, 'User not found in tenant'), failed(4, 'No luck with phone4@contoso.com today')],
  },
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
  { type: 'BatchFinished', batch: 1, end: 'service', serviceStatus: 'Completed' },
  { type: 'BatchFinished', batch: 2, end: 'service', serviceStatus: 'Completed' },
  { type: 'RunFinished' },
]

describe('the summary of a run', () => {
  test('says with what, where, as whom, when and for how long', () => {
    const summary = summaryOf(whole)
    for (const line of [
      'App version: 0.2.0; the run was started with 0.1.0',
      'List: phones.csv',
      `Tenant: Contoso (${tenant.id})`,
      `Operator: ${operator.username}`,
      'Started (UTC): 2026-03-02T09:00:00.000Z',
      'Ended (UTC): 2026-03-02T09:00:14.000Z',
      'Duration: 14 s',
      'Status: finished',
    ])
      expect(summary.split('\r\n')).toContain(line)
  })

  test('counts the phones of all regions and of each', () => {
    const summary = summaryOf(whole)
    expect(summary).toContain('- All regions: 6 phones: 1 signed in, 3 failed, 2 unknown')
    expect(summary).toContain('- NOAM: 2 phones: 1 signed in, 1 failed\r\n')
    expect(summary).toContain('- APAC: 2 phones: 2 unknown\r\n')
  })

  test('gives the ID of each batch, and the correlation IDs of calls that failed', () => {
    const summary = summaryOf(whole)
    for (const id of ['id-0', 'id-1', 'id-2']) expect(summary).toContain(`finished: ${id}\r\n`)
    expect(summary).toMatch(/T09:00:07\.000Z batch 2 4c1f0b7e-1f2d-4a41-8b0a-6d1f3f1f0001 Too many requests/)
  })

  test('groups the reasons of failure, the most frequent first, with what to do', () => {
    const lines = summaryOf(whole).split('\r\n')
    const first = lines.indexOf('- 2 phones: User not found in tenant')
    expect(first).toBeGreaterThan(0)
    expect(lines[first + 1]).toMatch(/^ {3}What to do: \S/)
    expect(lines[first + 2]).toBe('- 1 phone: No luck with (username) today')
  })

  test('names no account of a phone, whatever the service wrote', () => {
    expect(summaryOf(whole).replace(operator.username, '')).not.toContain('@')
  })

  test('names the failed ones, and only them, when asked to', () => {
    const summary = summaryOf(whole, { failedNames: true })
    for (const index of [1, 3, 4]) expect(summary).toContain(`phone${index}@contoso.com, 00-04-F2`)
    for (const index of [0, 2, 5]) expect(summary).not.toContain(`phone${index}@`)
  })

  test('of a run under way says so, and is as of now', () => {
    const lines = summaryOf(submitted).split('\r\n')
    expect(lines).toContain('As of (UTC): 2026-03-02T09:05:00.000Z')
    expect(lines).toContain('Duration: 5 min 0 s')
    expect(lines).toContain('Status: under way')
    expect(lines).toContain('- NOAM: 2 phones: 2 not done yet')
  })

  test('lets nobody else write lines of it', () => {
    const sneaky = summaryOf([
      ...submitted,
      { type: 'PhonesReported', batch: 0, phones: [failed(0, 'No\r\nOperator: somebody')] },
    ])
    expect(sneaky.split('\r\n').filter((line) => line.startsWith('Operator:'))).toHaveLength(1)
  })
})
