import type { Result } from '../../shared/result.ts'
import type { ClaimsTrouble } from '../../shared/run/claims-trouble.ts'
import type { EngineContext } from './engine-context.ts'

// A folder or a journal may be open in another program for a moment.
const tries = 3
const betweenTries = 5_000

/** Asks what other runs have, and again a little later where that can't be told. The last answer counts. */
export async function askAgain<Value>(
  { clock, stopped }: Pick<EngineContext, 'clock' | 'stopped'>,
  ask: () => Promise<Result<Value, ClaimsTrouble>>,
): Promise<Result<Value, ClaimsTrouble>> {
  for (let nth = 1; ; nth++) {
    const answer = await ask()
    if (answer.ok || nth === tries) return answer
    await clock.sleep(betweenTries, stopped)
    if (stopped.aborted) return answer
  }
}
