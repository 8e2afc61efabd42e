import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBackoff, leastBetweenLooks, type Outlook, waitForLook } from '../../../src/core/run/pace.ts'

const even = () => 0.5
const nothingKnown = () => undefined
const begun: Outlook = {
  ...{ pending: 100, age: 60_000, silence: 5_000, recent: 10 },
  ...{ chance: nothingKnown, answerTook: 200 },
}
const wait = (outlook: Partial<Outlook>): number => waitForLook({ ...begun, ...outlook }, even)

describe('the wait for the next look at a batch', () => {
  const outlooks = fc.record<Outlook>({
    pending: fc.nat(100),
    age: fc.nat(100_000_000),
    silence: fc.nat(100_000_000),
    recent: fc.nat(100),
    chance: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }).map((one) => () => one),
    answerTook: fc.nat(60_000),
  })

  test('is never below a second, nor below what the last answer took, and never for ever', () => {
    fc.assert(
      fc.property(outlooks, fc.double({ min: 0, max: 1, noNaN: true }), (outlook, random) => {
        const ms = waitForLook(outlook, () => random)
        expect(ms).toBeGreaterThanOrEqual(Math.max(leastBetweenLooks, outlook.answerTook))
        expect(ms).toBeLessThanOrEqual(Math.max(66_000, outlook.answerTook))
      }),
    )
  })

  test('is about a second where the last phone is about to come through', () => {
    expect(wait({ pending: 1, chance: () => 0.9 })).toBeLessThan(1_100)
  })

  test('is the shorter the more phones come through', () => {
    const waits = [0.02, 0.05, 0.1, 0.5].map((one) => wait({ chance: () => one }))
    expect(waits).toEqual(waits.toSorted((a, b) => b - a))
    expect(new Set(waits).size).toBeGreaterThan(2)
  })

  test('is longer as long as no phone of an earlier batch was through', () => {
    expect(wait({ recent: 0, chance: () => 0 })).toBeGreaterThan(wait({ recent: 0 }) + 1_000)
  })

  test('grows with the silence of a batch that hangs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.nat(3_600_000),
        fc.nat(600_000),
        (pending, silence, more) => {
          const hanging = (ms: number) => wait({ pending, recent: 0, silence: ms, age: 300_000 + ms })
          expect(hanging(silence + more)).toBeGreaterThanOrEqual(hanging(silence))
        },
      ),
    )
    expect(wait({ pending: 1, recent: 0, silence: 3_600_000, age: 3_900_000 })).toBe(60_000)
  })
})

test('waits longer after each call that fails, and as long as the service asks', () => {
  const backoff = createBackoff(even)
  const waits = Array.from({ length: 6 }, () => backoff.failed(0))
  expect(waits).toEqual([8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
  expect(backoff.failed(90_000)).toBe(90_000)
})
