import { expect } from 'vitest'
import { faultSchedule, type RunEnd, type ScheduleOutcome } from './fault-schedule.ts'
import { expectSound } from './sound-outcome.ts'

/**
 * Runs that many seeded schedules and holds each to what must always be true. A failure names its seed;
 * FAULT_SEED=n runs that one alone.
 */
export async function proveFaults(schedules: number, way: 'direct' | 'powershell' = 'direct'): Promise<void> {
  const only = process.env['FAULT_SEED']
  const seeds =
    only === undefined ? Array.from({ length: schedules }, (_, index) => index + 1) : [Number(only)]
  const totals = new Map<string, number>([['schedules', seeds.length]])
  const failures: Error[] = []
  for (const seed of seeds) {
    try {
      const outcome = await faultSchedule(seed, way)
      countInto(totals, outcome)
      expectSound(`FAULT_SEED=${seed}`, outcome)
    } catch (cause) {
      failures.push(new Error(`FAULT_SEED=${seed}: ${(cause as Error).message}`, { cause }))
    }
  }
  console.log(JSON.stringify(Object.fromEntries(totals)))
  if (failures.length > 0)
    throw new AggregateError(failures, failures.map(({ message }) => message).join('\n'))
  if (only !== undefined || schedules < 10) return
  // Schedules in which nothing goes wrong would prove nothing.
  for (const name of ['kills', 'faults']) expect(totals.get(name), name).toBeGreaterThan(seeds.length)
  // A few cannot have met everything.
  if (schedules < 100) return
  for (const name of happensToSome) expect(totals.get(name), name).toBeGreaterThan(seeds.length / 10)
}

function countInto(totals: Map<string, number>, outcome: ScheduleOutcome): void {
  const add = (name: string, count: number): void => void totals.set(name, (totals.get(name) ?? 0) + count)
  const { asked, refused, hidden, ofOtherRun, ofOthers } = outcome
  for (const [name, count] of Object.entries(outcome.counts)) add(name, count)
  for (const { decision } of asked) add(`asked to ${decision.kind}`, 1)
  for (const { kind } of refused) add(`refused: ${kind}`, 1)
  add('listed, not found', hidden.size)
  add('of another run', ofOtherRun.length)
  add('of others', ofOthers.length)
  for (const end of outcome.ends) countEnd(add, end)
}

function countEnd(add: (name: string, count: number) => void, { state, journal }: RunEnd): void {
  add('phones', state.phones.length)
  add('unknown', state.phones.filter(({ status }) => status === 'unknown').length)
  add('left out', state.leftOut.length)
  add('released', journal.filter(({ type }) => type === 'BatchReleased').length)
  add('held at the end', state.watching.kind === 'stopped' && state.watching.reason === 'held' ? 1 : 0)
  add('refusals recognised', journal.filter(({ type }) => type === 'RefusalRecognised').length)
  add('failures accepted', journal.filter(({ type }) => type === 'FailuresAccepted').length)
  add('unconfirmed at the end', state.batches.filter(({ stage }) => stage === 'unknown').length)
}

const happensToSome = [
  ...['torn', 'full', 'restored', 'left out', 'released', 'listed, not found', 'of another run', 'of others'],
  ...['second processes', 'copies', 'went on in another folder'],
  ...['refused: run-under-way', 'gone on with beside another process'],
  ...['asked to adopt', 'asked to submit-again', 'asked to leave'],
]
