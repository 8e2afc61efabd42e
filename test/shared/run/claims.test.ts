import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../../src/shared/run/claims.ts'
import { countPhones, isFinal, totalOf } from '../../../src/shared/run/counts.ts'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { type PastRun, pastRun } from '../../../src/shared/run/past-run.ts'
import { phoneKeyOf } from '../../../src/shared/run/phone-key.ts'
import { planRun, type RunPlan } from '../../../src/shared/run/plan.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { claimsOfOthers, partsOf, withoutClaimed } from '../../../src/shared/run/unclaimed.ts'
import { longestMemory, unreadClaimant } from '../../../src/shared/run/unread-runs.ts'
import { resultWords } from '../../../src/shared/run/why-words.ts'
import { phoneListOf, runStarted, stateOf, tenant } from '../../support/run-samples.ts'

const plan = planRun(phoneListOf(12))
const failure = {
  kind: 'unreachable',
  sent: 'maybe',
  why: { code: 'written', sentence: 'No answer.' },
} as const

/** What may happen to a batch, one thing after the other, each at any point where it can. */
const course: fc.Arbitrary<readonly ((batch: number, phones: readonly number[]) => RunHappening)[]> =
  fc.constantFrom(
    [],
    [submitting],
    [submitting, refusedForNow],
    [submitting, unknown],
    [submitting, unknown, released],
    [submitting, unknown, left],
    [submitting, refused],
    [submitting, submitted],
    [submitting, submitted, someEnd],
    [submitting, submitted, allEnd, finished],
    [submitting, submitted, someEnd, finished],
    [discarded],
    [someLeftOut],
    [someLeftOut, submitting, submitted],
    [allLeftOut],
  )

function submitting(batch: number): RunHappening {
  return { type: 'BatchSubmitting', batch, attempt: 1 }
}
function submitted(batch: number): RunHappening {
  return { type: 'BatchSubmitted', batch, batchId: `b${batch}` }
}
function refusedForNow(batch: number): RunHappening {
  return { type: 'BatchRefused', batch, failure, nextTryAt: '2026-03-02T09:00:00.000Z' }
}
function refused(batch: number): RunHappening {
  return { type: 'BatchRefused', batch, failure }
}
function unknown(batch: number): RunHappening {
  return { type: 'BatchOutcomeUnknown', batch, failure }
}
function released(batch: number): RunHappening {
  return { type: 'BatchReleased', batch }
}
function left(batch: number): RunHappening {
  return { type: 'BatchFinished', batch, end: 'service', serviceStatus: 'left' }
}
function finished(batch: number): RunHappening {
  return { type: 'BatchFinished', batch, end: 'service', serviceStatus: 'Completed' }
}
function discarded(batch: number): RunHappening {
  return { type: 'BatchDiscarded', batch }
}
function someEnd(batch: number, phones: readonly number[]): RunHappening {
  return end(batch, phones.slice(0, 2))
}
function allEnd(batch: number, phones: readonly number[]): RunHappening {
  return end(batch, phones)
}
function end(batch: number, phones: readonly number[]): RunHappening {
  const reports = phones.map((phone, index) => ({
    ...{ phone, said: 'done' },
    status: index % 2 === 0 ? ('signed in' as const) : ('failed' as const),
  }))
  return { type: 'PhonesReported', batch, phones: reports }
}
function someLeftOut(batch: number, phones: readonly number[]): RunHappening {
  return leftOut(batch, phones.slice(0, 1))
}
function allLeftOut(batch: number, phones: readonly number[]): RunHappening {
  return leftOut(batch, phones)
}
function leftOut(batch: number, phones: readonly number[]): RunHappening {
  const claimed = phones.map((phone) => ({ phone, runId: 'another', why: 'waiting' as const }))
  return { type: 'PhonesLeftOut', batch, phones: claimed }
}

/** A run of these phones whose batches have come as far as they may. */
const anyRun = (of: RunPlan = plan): fc.Arbitrary<RunState> =>
  fc
    .tuple(...of.batches.map(() => course))
    .map((courses) =>
      stateOf(
        runStarted(of),
        ...courses.flatMap((steps, batch) =>
          steps.map((step) => step(batch, of.batches[batch]?.phones ?? [])),
        ),
      ),
    )

const asPast = (state: RunState, runId: string, more: Partial<PastRun> = {}): PastRun => ({
  ...pastRun(state, undefined),
  runId,
  ...more,
})

describe('the phones that a run keeps for itself', () => {
  test('are those of which nothing is final yet, and no others', () => {
    fc.assert(
      fc.property(anyRun(), (state) => {
        const kept = new Set(claimsOf(state).map(phoneKeyOf))
        for (const phone of state.phones) expect(kept.has(phoneKeyOf(phone))).toBe(!isFinal(state, phone))
      }),
    )
  })

  test('are held by what has become of their batch', () => {
    const state = stateOf(runStarted(plan), submitting(0), submitted(0), submitting(1), unknown(1))
    const claims = claimsOf(state).map(({ claim }) => claim)
    expect(claims.filter((claim) => claim === 'under way')).toHaveLength(4)
    expect(claims.filter((claim) => claim === 'unconfirmed')).toHaveLength(4)
    expect(claims.filter((claim) => claim === 'waiting')).toHaveLength(4)
  })

  test('may all have been submitted where the rest of the journal cannot be read', () => {
    fc.assert(
      fc.property(anyRun(), (state) => {
        const kept = claimsOf(state, true)
        expect(kept.map(phoneKeyOf)).toEqual(claimsOf(state).map(phoneKeyOf))
        for (const { claim } of kept) expect(claim).toBe('unconfirmed')
      }),
    )
  })

  test('are none once its queue is discarded and the rest has ended: nothing is held for ever', () => {
    const state = stateOf(
      ...[
        runStarted(plan),
        submitting(0),
        submitted(0),
        allEnd(0, plan.batches[0]?.phones ?? []),
        finished(0),
      ],
      ...[discarded(1), discarded(2)],
    )
    expect(claimsOf(state)).toEqual([])
    expect(countPhones(state)).toMatchObject({ 'signed in': 2, failed: 2, 'not sent': 8 })
  })
})

describe('a plan without the phones of other runs', () => {
  test('has every row once, among the phones or among those left out, and no phone that another run has', () => {
    fc.assert(
      fc.property(anyRun(), anyRun(planRun(phoneListOf(5, 'EMEA'))), (one, other) => {
        const runs = [asPast(one, '20260301-080000-aaaaaa'), asPast(other, '20260301-090000-bbbbbb')]
        const others = claimsOfOthers(runs, tenant)
        const wanted = planRun(phoneListOf(20))
        const { plan: left, claimed } = withoutClaimed(wanted, others)
        const rows = [...left.phones, ...left.leftOut].map(({ row }) => row)
        expect(rows.toSorted((a, b) => a - b)).toEqual(wanted.phones.map(({ row }) => row))
        for (const phone of left.phones) expect(others.on(phone)).toBeUndefined()
        const kept = new Set(runs.flatMap((run) => run.claims ?? []).map(phoneKeyOf))
        expect(left.leftOut).toHaveLength(wanted.phones.filter((phone) => kept.has(phoneKeyOf(phone))).length)
        expect(claimed.reduce((sum, { phones }) => sum + phones, 0)).toBe(left.leftOut.length)
        for (const { region, phones } of left.batches)
          for (const index of phones) expect(left.phones[index]?.region).toBe(region)
        expect(left.batches.flatMap(({ phones }) => phones).toSorted((a, b) => a - b)).toEqual([
          ...left.phones.keys(),
        ])
      }),
    )
  })

  test('counts them run by run, and says of each row which run has it', () => {
    const run = asPast(stateOf(runStarted(plan), submitting(0), submitted(0)), '20260301-080000-aaaaaa')
    const { plan: left, claimed } = withoutClaimed(planRun(phoneListOf(13)), claimsOfOthers([run], tenant))
    expect(claimed).toEqual([{ run, phones: 12, claims: { 'under way': 4, unconfirmed: 0, waiting: 8 } }])
    expect(left.phones.map(({ row }) => row)).toEqual([14])
    expect(left.leftOut[0]).toMatchObject({
      why: { code: 'claimed', claim: 'under way', runId: run.runId, list: 'phones.csv' },
    })
  })

  test.each<[string, Partial<PastRun>]>([
    ['another tenant', { tenant: { ...tenant, id: 'another' } }],
    ['another simulator', { tenant: { ...tenant, simulator: 'one that has ended' } }],
  ])('does not care for runs of %s', (_, more) => {
    const run = asPast(stateOf(runStarted(plan)), '20260301-080000-aaaaaa', more)
    expect(withoutClaimed(plan, claimsOfOthers([run], tenant))).toEqual({ plan, claimed: [], near: [] })
  })

  test('warns of the same device or the same account alone', () => {
    const run = asPast(stateOf(runStarted(plan)), '20260301-080000-aaaaaa')
    const [first, second] = plan.phones
    if (!first || !second) throw new Error('A plan without phones')
    const others = claimsOfOthers([run], tenant)
    const near = [
      { ...first, username: 'somebody.else@contoso.com' },
      { ...second, hardwareId: '00-04-F2-FF-FF-FF' },
    ]
    expect(partsOf(near, others)).toEqual({ claimed: [], near: [{ run, device: 1, account: 1 }] })
    // The same device is the same one however it is written.
    const written = {
      username: first.username.toUpperCase(),
      hardwareId: first.hardwareId.replaceAll('-', ':'),
    }
    expect(others.on(written)).toMatchObject({ claim: 'waiting' })
  })
})

test('of two runs that wait for the same phones exactly one may submit them', () => {
  fc.assert(
    fc.property(anyRun(), anyRun(), (one, other) => {
      const runs = [asPast(one, '20260301-080000-aaaaaa'), asPast(other, '20260301-090000-bbbbbb')] as const
      const mayHave = ({ runId, claims = [] }: PastRun): readonly string[] =>
        claims
          .filter(({ claim }) => claim === 'waiting')
          .filter((phone) => !claimsOfOthers(runs, tenant, runId).on(phone))
          .map(phoneKeyOf)
      const [first, second] = runs.map(mayHave)
      expect(new Set(first).isDisjointFrom(new Set(second))).toBe(true)
      // One that nobody has submitted yet is not left to nobody.
      const waitsIn = ({ claims = [] }: PastRun) =>
        claims.filter(({ claim }) => claim === 'waiting').map(phoneKeyOf)
      const both = new Set(waitsIn(runs[0])).intersection(new Set(waitsIn(runs[1])))
      for (const phone of both) expect(first).toContain(phone)
    }),
  )
})

test('phones that are left out or discarded stay in the run, and are counted as not sent', () => {
  fc.assert(
    fc.property(anyRun(), (state) => {
      expect(totalOf(countPhones(state))).toBe(plan.phones.length)
      for (const [batch, { stage, phones }] of state.batches.entries())
        for (const index of phones) {
          expect(state.phones[index]?.batch).toBe(batch)
          expect(state.phones[index]?.status === 'not sent').toBe(stage === 'not sent')
        }
      for (const phone of state.phones)
        if (phone.status === 'not sent') expect(resultWords(phone)).toMatch(/^Not sent/)
    }),
  )
})

test('a run of which nothing can be read may have any phone, until the service itself has forgotten it', () => {
  const now = Date.parse('2026-03-02T09:00:00Z')
  const unread = (changed: number | undefined, more = {}) => ({
    ...{ runId: '20260301-080000-aaaaaa', file: 'a.jsonl', trouble: 'EBUSY' },
    ...(changed !== undefined && { changedAt: new Date(changed).toISOString() }),
    ...more,
  })
  expect(unreadClaimant([unread(now - 1)], now)).toBeDefined()
  expect(unreadClaimant([unread(undefined)], now)).toBeDefined()
  expect(unreadClaimant([unread(now - longestMemory - 1)], now)).toBeUndefined()
  expect(unreadClaimant([unread(now - 1, { neverBegan: true })], now)).toBeUndefined()
})
