import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlannedPhone } from '../../../src/shared/run/events.ts'
import { outcomesOf, type PhoneOutcome } from '../../../src/shared/run/outcome.ts'
import { type PastRun, pastRun } from '../../../src/shared/run/past-run.ts'
import { phoneKeyOf } from '../../../src/shared/run/phone-key.ts'
import { planBatches, type RunPlan } from '../../../src/shared/run/plan.ts'
import { noMemory, runMemory, signedInParts, withoutSignedIn } from '../../../src/shared/run/run-memory.ts'
import { signedInAt } from '../../../src/shared/run/why-words.ts'
import { runStarted, startedWith, stateOf, tenant } from '../../support/run-samples.ts'

const now = Date.parse('2026-03-09T09:00:00Z')
const hours = (ago: number): string => new Date(now - ago * 3_600_000).toISOString()

/** Device 1 with account 1 is `1/1`. */
const named = (name: string): { username: string; hardwareId: string } => {
  const [device, account] = name.split('/')
  return { username: `phone${account}@contoso.com`, hardwareId: `00-04-F2-00-00-0${device}` }
}
const outcome = (name: string, status: PhoneOutcome['status'], ago: number): PhoneOutcome => ({
  ...named(name),
  status,
  at: hours(ago),
})
const started = pastRun(stateOf(startedWith(1)), undefined)
const runWith = (runId: string, ...outcomes: readonly PhoneOutcome[]): PastRun => ({
  ...started,
  runId,
  listName: `${runId}.csv`,
  outcomes,
})
const planOf = (...names: readonly string[]): RunPlan => {
  const phones = names.map(
    (name, index): PlannedPhone => ({ row: index + 2, region: 'EMEA', ...named(name) }),
  )
  return { phones, batches: planBatches(phones), leftOut: [] }
}

describe('what is remembered of a phone', () => {
  const remembers = (...runs: readonly PastRun[]) => runMemory(runs, tenant, now).of(named('1/1'))

  test('is that a run of this tenant signed it in, when, and which run that was', () => {
    expect(remembers(runWith('a', outcome('1/1', 'signed in', 2)))).toEqual({
      at: hours(2),
      run: { runId: 'a', listName: 'a.csv' },
    })
    expect(remembers()).toBeUndefined()
    const elsewhere = { ...runWith('a', outcome('1/1', 'signed in', 2)), tenant: { ...tenant, id: 'other' } }
    expect(remembers(elsewhere)).toBeUndefined()
  })

  test('ends after 168 hours, for it may have been signed out long ago', () => {
    expect(remembers(runWith('a', outcome('1/1', 'signed in', 167)))).toBeDefined()
    expect(remembers(runWith('a', outcome('1/1', 'signed in', 169)))).toBeUndefined()
  })

  test('ends with the simulator that has signed it in', () => {
    const simulated = { ...tenant, simulated: true, simulator: 'one' }
    const run = { ...runWith('a', outcome('1/1', 'signed in', 1)), tenant: simulated }
    expect(runMemory([run], simulated, now).of(named('1/1'))).toBeDefined()
    expect(runMemory([run], { ...simulated, simulator: 'two' }, now).of(named('1/1'))).toBeUndefined()
  })

  test.each(['failed', 'unknown'] as const)(
    'is undone by a later try that was %s, in whatever order runs are read',
    (status) => {
      const runs = [runWith('a', outcome('1/1', 'signed in', 9)), runWith('b', outcome('1/1', status, 3))]
      expect(remembers(...runs)).toBeUndefined()
      expect(remembers(...runs.toReversed())).toBeUndefined()
      expect(remembers(...runs, runWith('c', outcome('1/1', 'signed in', 1)))).toMatchObject({
        run: { runId: 'c' },
      })
    },
  )

  test('is undone where the device was signed in with another account since, and not where that failed', () => {
    const first = runWith('a', outcome('1/1', 'signed in', 9))
    expect(remembers(first, runWith('b', outcome('1/2', 'signed in', 3)))).toBeUndefined()
    expect(remembers(first, runWith('b', outcome('1/2', 'failed', 3)))).toBeDefined()
    expect(remembers(first, runWith('b', outcome('2/1', 'signed in', 3)))).toBeDefined()
  })

  test('is not what became of phones that the service never took', () => {
    const state = stateOf(
      startedWith(2),
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      {
        type: 'BatchRefused',
        batch: 0,
        failure: { kind: 'refused', status: 400, why: { code: 'written', sentence: 'No.' } },
      },
      { type: 'RunFinished' },
    )
    expect(outcomesOf(state)).toEqual([])
  })

  test('tells device and account apart as the service does: without regard to case and separators', () => {
    const memory = runMemory([runWith('a', outcome('1/1', 'signed in', 2))], tenant, now)
    expect(memory.of({ username: 'PHONE1@contoso.com', hardwareId: '0004f2000001' })).toBeDefined()
  })
})

describe('a plan', () => {
  const memory = runMemory(
    [
      runWith('a', outcome('1/1', 'signed in', 30), outcome('2/2', 'signed in', 20)),
      runWith('b', outcome('3/3', 'signed in', 1)),
    ],
    tenant,
    now,
  )

  test('leaves out what was signed in before, with the time and the reason, and plans its batches anew', () => {
    const plan = withoutSignedIn(planOf('1/1', '4/4', '3/3'), memory)
    expect(plan.phones.map(({ row }) => row)).toEqual([3])
    expect(plan.batches).toEqual([{ region: 'EMEA', phones: [0] }])
    expect(plan.leftOut).toMatchObject([
      { row: 2, why: { code: 'signed-in', at: hours(30), list: 'a.csv', runId: 'a' } },
      { row: 4, why: { code: 'signed-in', at: hours(1), list: 'b.csv', runId: 'b' } },
    ])
  })

  test('says of each run how many those are, and when the last was', () => {
    expect(signedInParts(planOf('1/1', '2/2', '4/4', '3/3').phones, memory)).toEqual([
      { run: { runId: 'a', listName: 'a.csv' }, phones: 2, last: hours(20) },
      { run: { runId: 'b', listName: 'b.csv' }, phones: 1, last: hours(1) },
    ])
  })

  test('stays as it is where nothing of it is remembered', () => {
    const plan = planOf('4/4', '5/5')
    expect(withoutSignedIn(plan, memory)).toBe(plan)
    expect(withoutSignedIn(plan, noMemory)).toBe(plan)
  })

  test('keeps each of its phones, once: in a batch or left out', () => {
    const name = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .map((pair) => pair.join('/'))
    const anyOutcome = fc
      .tuple(
        name,
        fc.constantFrom('signed in' as const, 'failed' as const, 'unknown' as const),
        fc.integer({ min: 0, max: 200 }),
      )
      .map((of) => outcome(...of))
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.array(fc.array(anyOutcome), { maxLength: 5 }), (names, runs) => {
        const plan = planOf(...names)
        const drawn = runMemory(
          runs.map((outcomes, index) => runWith(`run${index}`, ...outcomes)),
          tenant,
          now,
        )
        const left = withoutSignedIn(plan, drawn)
        expect([...left.phones, ...left.leftOut].map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(
          plan.phones.map(({ row }) => row),
        )
        expect(left.batches.flatMap(({ phones }) => phones).toSorted((a, b) => a - b)).toEqual([
          ...left.phones.keys(),
        ])
        // Whoever is left out was signed in, and nothing newer is known of the phone.
        const all = runs.flat()
        for (const phone of left.leftOut) {
          const known = all.filter((one) => phoneKeyOf(one) === phoneKeyOf(phone))
          const newest = Math.max(...known.map(({ at }) => Date.parse(at)))
          expect(Date.parse(signedInAt(phone) ?? '')).toBe(newest)
          expect(known.some(({ status, at }) => status === 'signed in' && Date.parse(at) === newest)).toBe(
            true,
          )
        }
      }),
    )
  })

  test('of a finished run is remembered as a whole', () => {
    const plan = planOf('1/1', '2/2')
    const state = stateOf(
      runStarted(plan),
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
      {
        type: 'PhonesReported',
        batch: 0,
        phones: [
          { phone: 0, status: 'signed in', said: 'success' },
          { phone: 1, status: 'failed', said: 'failed', error: 'Device is offline.' },
        ],
      },
    )
    expect(outcomesOf(state).map(({ status }) => status)).toEqual(['signed in', 'failed'])
  })
})
