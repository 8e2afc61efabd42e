import { expect, test } from 'vitest'
import { questionOf } from '../../../../src/renderer/src/model/run/question.ts'
import { planRun } from '../../../../src/shared/run/plan.ts'
import { replay } from '../../../../src/shared/run/reducer.ts'
import { noMemory } from '../../../../src/shared/run/run-memory.ts'
import { eventsOf, operator, phoneListOf, runStarted, tenant } from '../../../support/run-samples.ts'

const plan = planRun(phoneListOf(150, 'NOAM'))
const waiting = plan.batches[1]?.phones.length ?? 0
/** All phones of the first batch failed alike, so that the second one is held. */
const run = replay(
  eventsOf(
    runStarted(plan),
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchSubmitted', batch: 0, batchId: 'first' },
    {
      ...{ type: 'PhonesReported', batch: 0 },
      phones: (plan.batches[0]?.phones ?? []).map((phone) => ({
        ...{ phone, status: 'failed' as const, said: 'failed', error: 'Device is offline.' },
      })),
    },
    { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
    { type: 'WatchStopped', reason: 'operator' },
  ),
)

test.each(['resume', 'held'] as const)(
  'the question (%s) names domains that are none of the tenant, of the phones that wait',
  (kind) => {
    const asked = (verifiedDomains: readonly string[]) =>
      questionOf(kind, {
        session: { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted', verifiedDomains },
        ...{ list: undefined, rows: [], run, runs: [], memory: noMemory, areIncluded: false, batchSize: 100 },
        elsewhere: { loading: false },
        asked: { rows: undefined, byHand: false, include: undefined },
      })
    expect(waiting).toBeGreaterThan(0)
    expect(asked(['fabrikam.com'])?.warnings).toEqual([
      expect.stringMatching(`^${waiting} phones .*"contoso.com"`),
    ])
    expect(asked(['contoso.com'])?.warnings).toEqual([])
  },
)
