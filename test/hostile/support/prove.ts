import process from 'node:process'
import fc from 'fast-check'
import { expect } from 'vitest'

/** The same cases every time; HOSTILE_SEED asks for others. A failure prints the seed that finds it again. */
const seed = Number(process.env['HOSTILE_SEED'] ?? 20_261_121)

/** `npm test` checks some of the cases, `npm run proof` ten times as many as are said. */
const times = Number(process.env['HOSTILE_TIMES'] ?? 0.25)

/** Checks as many generated cases as it says, and prints how many there were and of which seed. */
export async function prove<Case>(
  what: string,
  cases: number,
  generated: fc.Arbitrary<Case>,
  check: (one: Case) => unknown,
): Promise<void> {
  const numRuns = Math.ceil(cases * times)
  let checked = 0
  await fc.assert(
    fc.asyncProperty(generated, async (one) => {
      checked++
      await check(one)
    }),
    { seed, numRuns },
  )
  expect(checked).toBeGreaterThanOrEqual(numRuns)
  tell(what, checked)
}

/** Of listed cases every so many are checked: all of them, unless only some are. */
const step = Math.max(1, Math.round(1 / times))

/** Of cases that are put together of lists: all of them, or every so many where only some are checked. */
export const someOf = <Case>(cases: readonly Case[]): readonly Case[] =>
  cases.filter((_, index) => index % step === 0)

/** The same for the pairs of two lists, by their places there: whatever is left out, each has its turn in some pair. */
export const isPaired = (one: number, other: number): boolean => (one + other) % step === 0

/** Cases without a generator: listed, or put together of lists. */
export function tell(what: string, checked: number): void {
  console.log(`hostile: ${what}: ${checked} cases (seed ${seed})`)
}
