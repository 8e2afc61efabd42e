import type { Tenant } from '../gateway/tenant.ts'
import { countPhones, type PhoneCounts } from './counts.ts'
import type { LeftOutRow } from './events.ts'
import type { RunState } from './run-state.ts'

/** What came of all phones and rows that a run was asked to sign in. */
export type RunEnd = {
  /** Nothing of it was real. */
  readonly simulated: boolean
  /** All of the run and those left out of it, but for those that were signed in before. */
  readonly all: number
  readonly signedIn: number
  readonly failed: number
  readonly unknown: number
  /** Never submitted: left out of the run, or taken out of it later. */
  readonly notSent: number
  /** Left out because a run of the last days had signed them in. */
  readonly before: number
}

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
export const signedInBefore = (leftOut: readonly LeftOutRow[]): number =>
  leftOut.filter(({ signedInAt }) => signedInAt !== undefined).length

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
