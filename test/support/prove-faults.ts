import Papa from 'papaparse'
import { expect } from 'vitest'
import { replay } from '../../src/shared/run/reducer.ts'
import { resultFile } from '../../src/shared/run/result-file.ts'
import { faultSchedule, type ScheduleOutcome } from './fault-schedule.ts'

/**
 * Runs that many seeded schedules and holds each to what must always be true. A failure names its seed;
 * FAULT_SEED=n runs that one alone.
 */
export async function proveFaults(schedules: number): Promise<void> {
  const only = process.env['FAULT_SEED']
  const seeds =
    only === undefined ? Array.from({ length: schedules }, (_, index) => index + 1) : [Number(only)]
  const totals = { schedules: seeds.length, kills: 0, faults: 0, phones: 0, unknown: 0 }
  for (const seed of seeds) {
    const outcome = await faultSchedule(seed).catch((error: unknown) => {
      throw new Error(`FAULT_SEED=${seed} never came to an end`, { cause: error })
    })
    expectSound(seed, outcome)
    totals.kills += outcome.kills
    totals.faults += outcome.faults
    totals.phones += outcome.state.phones.length
    totals.unknown += outcome.state.phones.filter(({ status }) => status === 'unknown').length
  }
  console.log(JSON.stringify(totals))
  // Schedules in which nothing goes wrong would prove nothing.
  if (only === undefined) expect(Math.min(totals.kills, totals.faults)).toBeGreaterThan(seeds.length)
}

function expectSound(seed: number, { state, journal, ledger }: ScheduleOutcome): void {
  const hint = `FAULT_SEED=${seed}`
  expect(ledger.takenTwice, `${hint}: phones in two accepted batches`).toEqual([])
  expect(Math.max(...Object.values(ledger.mostOpenBatches)), hint).toBeLessThanOrEqual(3)
  expect(replay(journal), `${hint}: the journal is not what the window showed`).toEqual(state)

  for (const { username, status, batch } of state.phones) {
    expect(['signed in', 'failed', 'unknown'], `${hint}: ${username}`).toContain(status)
    // Unknown only where the service never told: with the batch that is in doubt, or one it gave no word of.
    if (status === 'unknown')
      expect(['unknown', 'finished'], `${hint}: ${username}`).toContain(state.batches[batch]?.stage)
  }
  const { data } = Papa.parse<string[]>(resultFile(state).slice(1), { skipEmptyLines: true })
  const names = data.slice(1).map(([name]) => name)
  expect(names, `${hint}: rows of the export`).toEqual(state.phones.map(({ username }) => username))

  // What the service did take is never left in doubt: its own record shows it.
  const takenPhones = new Set(ledger.batches.flatMap(({ phones }) => phones.map(({ userName }) => userName)))
  for (const { username, batch } of state.phones)
    if (state.batches[batch]?.stage === 'unknown') expect(takenPhones, hint).not.toContain(username)

  const taken = new Set(ledger.batches.map(({ batchId }) => batchId))
  for (const { batchId } of state.batches) if (batchId !== undefined) expect(taken, hint).toContain(batchId)
}
