import { expect } from 'vitest'
import { interleavedRun } from './interleaved-run.ts'

/**
 * Has several processes want the same run, in that many orders of all that they do to its files; while some are killed,
 * at times in the middle of a line, and somebody deletes the lock of one that only stands still. A failure names its
 * seed; LOCK_SEED=n runs that one alone.
 */
export async function proveInterleavings(orders: number): Promise<void> {
  const only = process.env['LOCK_SEED']
  const seeds = only === undefined ? Array.from({ length: orders }, (_, index) => index + 1) : [Number(only)]
  const totals = new Map<string, number>([['orders', seeds.length]])
  for (const seed of seeds) {
    const counts = await interleavedRun(seed).catch((cause: unknown) => {
      throw new Error(`LOCK_SEED=${seed}: ${(cause as Error).message}`, { cause })
    })
    for (const [name, count] of Object.entries(counts)) totals.set(name, (totals.get(name) ?? 0) + count)
  }
  console.log(JSON.stringify(Object.fromEntries(totals)))
  if (only !== undefined) return
  // Orders in which no two processes meet would prove nothing.
  for (const name of ['takenAway', 'kills', 'refused', 'stopped', 'torn'])
    expect(totals.get(name), name).toBeGreaterThan(seeds.length / 10)
}
