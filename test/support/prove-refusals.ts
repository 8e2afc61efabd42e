import fc from 'fast-check'
import { expect } from 'vitest'
import type { GatewayFailure } from '../../src/shared/gateway/failure.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { engineRun } from './engine-run.ts'
import { phoneListOf } from './run-samples.ts'

const refusals: readonly GatewayFailure[] = [
  { kind: 'region-full', why: { code: 'written', sentence: 'Three batches are running.' } },
  { kind: 'throttled', retryAfterMs: 90_000, why: { code: 'written', sentence: 'Too many requests.' } },
  { kind: 'unreachable', sent: 'no', why: { code: 'written', sentence: 'No answer came.' } },
  { kind: 'expired', why: { code: 'not-accepted' } },
]

/** That many runs of which calls are refused for now: each signs each of its phones in, once. */
export async function proveRefusals(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...refusals), { maxLength: 8 }),
      fc.nat(650),
      async (failures, size) => {
        const { gateway, log, published, toEnd } = await engineRun(planRun(phoneListOf(size + 1)))
        gateway.failCreates(...failures)
        gateway.failStatuses(...failures)
        await toEnd()
        const names = gateway.taken.flatMap(({ phones }) => phones.map(({ userName }) => userName))
        expect(names).toHaveLength(size + 1)
        expect(new Set(names).size).toBe(size + 1)
        const state = log.state()
        expect(state && countPhones(state)['signed in']).toBe(size + 1)
        expect(gateway.mostOpenPerRegion()).toBeLessThanOrEqual(3)
        expect(replay(published)).toEqual(state)
      },
    ),
    { numRuns: runs },
  )
}
