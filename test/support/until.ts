import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 60_000

/**
 * Looks again and again until there is something, and resolves with it. Rejects after a minute, and says `what` was
 * waited for. For what no test runner surrounds; in a test `expect.poll` says more.
 */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  for (const begun = performance.now(); performance.now() - begun < patienceMs; await wait(20)) {
    const found = await look()
    if (found !== undefined) return found
  }
  throw new Error(`${what}: not within ${patienceMs / 1000} seconds`)
}
