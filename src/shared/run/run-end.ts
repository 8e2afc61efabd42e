import type { Tenant } from '../gateway/tenant.ts'
import { countPhones, type PhoneCounts, type RunEnd } from './counts.ts'
import type { LeftOutRow } from './events.ts'
import type { RunState } from './run-state.ts'
import { wasSignedIn } from './why-words.ts'

export const runEnd = (state: RunState): RunEnd =>
  endOf(state.tenant.simulated, countPhones(state), state.leftOut.length, signedInBefore(state.leftOut))

/** The same of a run as lists of runs show it. */
export const pastRunEnd = (run: CountedRun): RunEnd =>
  endOf(run.tenant.simulated, run.counts, run.leftOut, run.leftOutSignedIn ?? 0)

type CountedRun = {
  readonly tenant: Pick<Tenant, 'simulated'>
  readonly counts: PhoneCounts
  readonly leftOut: number
  readonly leftOutSignedIn?: number
}

/** How many of the rows were left out because they were signed in before. */
export const signedInBefore = (leftOut: readonly LeftOutRow[]): number => leftOut.filter(wasSignedIn).length

function endOf(simulated: boolean, counts: PhoneCounts, leftOut: number, before: number): RunEnd {
  const { 'signed in': signedIn, failed, unknown, ...others } = counts
  // Of a run that has ended nothing else is left.
  const notSent = Object.values(others).reduce((sum, number) => sum + number, 0) + leftOut - before
  return { simulated, all: signedIn + failed + unknown + notSent, signedIn, failed, unknown, notSent, before }
}

/** `partly`: nothing failed, but not every phone is signed in either. */
export function verdictOf({ all, signedIn, failed }: RunEnd): 'well' | 'partly' | 'failed' {
  if (failed > 0) return 'failed'
  return signedIn === all ? 'well' : 'partly'
}
