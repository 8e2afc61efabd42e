import fc from 'fast-check'
import { expect } from 'vitest'
import type { BatchItem, BatchPhone } from '../../src/core/gateway/gateway.ts'
import { maxOpenBatchesPerRegion } from '../../src/shared/gateway/limits.ts'
import { regions } from '../../src/shared/gateway/region.ts'
import { succeed } from '../../src/shared/result.ts'
import { gatewayTo, valueIn } from './admin-api.ts'
import { batchPhones, type HeldSimulator, heldSimulator } from './simulated-tenant.ts'

const step = fc.oneof(
  fc.record({
    type: fc.constant('create' as const),
    region: fc.constantFrom(...regions),
    size: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({ type: fc.constant('status' as const), which: fc.nat() }),
  fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 240_000 }) }),
)

type Steps = ReadonlyArray<typeof step extends fc.Arbitrary<infer Step> ? Step : never>

/** Whatever is created and asked at whatever times, in so many cases: the simulated service keeps its promises. */
export async function provePromises(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 25 }),
      fc.integer(),
      fc.constantFrom('camel' as const, 'pascal' as const),
      async (steps, seed, casing) => {
        const simulator = await heldSimulator({ seed, casing, failureShare: 0.2 })
        try {
          await play(simulator, steps)
        } finally {
          await simulator.close()
        }
      },
    ),
    { numRuns },
  )
}

type Watched = { readonly phones: readonly BatchPhone[]; ranks: readonly number[]; isCompleted: boolean }

async function play(simulator: HeldSimulator, steps: Steps): Promise<void> {
  const gateway = gatewayTo(simulator.baseUrl, { tokens: async () => succeed(simulator.token) })
  const watched = new Map<string, Watched>()
  let phones = 0

  const look = async (batchId: string): Promise<void> => {
    const batch = watched.get(batchId)
    const { batchStatus, items } = valueIn(await gateway.batchStatus(batchId))
    if (!batch) return
    expect(items.map(({ userName, hardwareId }) => ({ userName, hardwareId }))).toEqual(batch.phones)
    const ranks = items.map(rankOf)
    expect(ranks.filter((rank, index) => goesBack(batch.ranks[index] ?? 0, rank))).toEqual([])
    expect(batchStatus).toBe(ranks.every((rank) => rank >= 2) ? 'Completed' : 'InProgress')
    batch.ranks = ranks
    batch.isCompleted = batchStatus === 'Completed'
  }

  for (const one of steps) {
    if (one.type === 'pass') simulator.pass(one.ms)
    else if (one.type === 'status') {
      const ids = [...watched.keys()]
      const batchId = ids[one.which % Math.max(1, ids.length)]
      if (batchId !== undefined) await look(batchId)
    } else {
      const asked = batchPhones(one.size, phones)
      phones += one.size
      const open = await openIn(one.region)
      const created = await gateway.createBatch(one.region, asked)
      expect(created.ok).toBe(open < maxOpenBatchesPerRegion)
      if (created.ok) watched.set(created.value.batchId, { phones: asked, ranks: [], isCompleted: false })
      else expect(created.failure.kind).toBe('region-full')
      expect(await openIn(one.region)).toBeLessThanOrEqual(maxOpenBatchesPerRegion)
    }
  }

  // Long after the slowest phone every batch that was ever taken has ended.
  simulator.pass(6 * 60_000)
  for (const batchId of watched.keys()) await look(batchId)
  expect([...watched.values()].filter(({ isCompleted }) => !isCompleted)).toEqual([])
  expect(simulator.ledger.batches.map(({ batchId }) => batchId)).toEqual([...watched.keys()])

  async function openIn(region: string): Promise<number> {
    const summaries = valueIn(await gateway.batchSummaries())
    return summaries.filter((one) => one.region === region && one.batchStatus === 'InProgress').length
  }
}

/** An end is never left, not for the other one either. */
const goesBack = (before: number, now: number): boolean => (before >= 2 ? now !== before : now < before)

function rankOf({ status, error }: BatchItem): number {
  const rank = ['pending', 'inProgress', 'success', 'failed'].indexOf(status)
  expect(rank).toBeGreaterThanOrEqual(0)
  expect(error !== undefined).toBe(status === 'failed')
  return rank
}
