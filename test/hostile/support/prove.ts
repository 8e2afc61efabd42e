import process from 'node:process'
import fc from 'fast-check'
import { expect } from 'vitest'

/** The same cases every time; HOSTILE_SEED asks for others. A failure prints the seed that finds it again. */
const seed = Number(process.env['HOSTILE_SEED'] ?? 20_261_121)

/** `npm run proof` checks that many times as many. */
const times = Number(process.env['HOSTILE_TIMES'] ?? 1)

/** Checks as many generated cases as it says, and prints how many there were and of which seed. */
export async function prove<Case>(
  what: string,
  cases: number,
  generated: fc.Arbitrary<Case>,
  check: (one: Case) => unknown,
): Promise<void> {
  let checked = 0
  await fc.assert(
    fc.asyncProperty(generated, async (one) => {
      checked++
      await check(one)
    }),
    { seed, numRuns: cases * times },
  )
  expect(checked).toBeGreaterThanOrEqual(cases * times)
  tell(what, checked)
}

/** Cases without a generator: listed, or put together of lists. */
export function tell(what: string, checked: number): void {
  console.log(`hostile: ${what}: ${checked} cases (seed ${seed})`)
}
