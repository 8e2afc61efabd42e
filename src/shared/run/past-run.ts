import type { Region } from '../gateway/region.ts'
import { type ClaimedPhone, claimsOf } from './claims.ts'
import { countPhones, type PhoneCounts } from './counts.ts'
import { type Hold, holdOf } from './hold.ts'
import type { LockHolder } from './lock-holder.ts'
import type { PhoneOutcome } from './outcome.ts'
import { signedInBefore } from './run-end.ts'
import type { BatchStage, RunState } from './run-state.ts'
import { type Submission, stillToSubmit } from './still-to-submit.ts'
import { type TriedPhone, triedPhones } from './tried-phone.ts'

/**
 * A run on this disk, as lists of runs show it. It is `watching` only while a living process watches it: this one,
 * or a terminal beside the app.
 */
export type PastRun = Omit<
  RunState,
  | 'lastSeq'
  | 'phones'
  | 'batches'
  | 'leftOut'
  | 'notChosen'
  | 'others'
  | 'recognisedRefusals'
  | 'acceptedFailures'
> & {
  readonly counts: PhoneCounts
  /** How many rows of the list are no part of the run. */
  readonly leftOut: number
  /** How many of these were signed in before. */
  readonly leftOutSignedIn?: number
  readonly batches: readonly PastBatch[]
  /** How much resuming it would submit. */
  readonly toSubmit: Submission
  /** Why no further batch of it is submitted until the operator says so. */
  readonly hold?: Hold
  /** The process that watches it, if that is on another computer. */
  readonly holder?: LockHolder
  /** The phones that this run keeps other runs from submitting. */
  readonly claims?: readonly ClaimedPhone[]
  /** In a run of the last days, the outcomes of the phones that the service took. */
  readonly outcomes?: readonly PhoneOutcome[]
  /** In a run that tries failed phones again, their outcomes. */
  readonly tried?: readonly TriedPhone[]
  /** Why its journal could not be read to its end. */
  readonly trouble?: string
  /** It can be viewed and exported, but not resumed: some process may have acted on the part that could not be read. */
  readonly isReadOnly?: true
}

type PastBatch = {
  readonly region: Region
  readonly phones: number
  readonly stage: BatchStage
  readonly batchId?: string
}

/** A journal of which not even the first line can be read. */
export type UnreadableRun = {
  readonly runId: string
  readonly file: string
  readonly trouble: string
  /** The first line was never written to its end, so the run did nothing after it. */
  readonly neverBegan?: true
  /** When the file last changed (ISO 8601); absent where nobody can tell. */
  readonly changedAt?: string
}

export type RunsOnDisk = {
  readonly runs: readonly PastRun[]
  readonly unreadable: readonly UnreadableRun[]
}

/** Whether there is something left to watch or to decide. */
export const isUnfinished = ({ watching }: Pick<PastRun, 'watching'>): boolean => watching.kind !== 'finished'

/** The IDs of all batches of these runs, in lower case. */
export const batchIdsOf = (runs: readonly Pick<PastRun, 'batches'>[]): ReadonlySet<string> =>
  new Set(runs.flatMap(({ batches }) => batches.flatMap(({ batchId }) => batchId?.toLowerCase() ?? [])))

/**
 * The run as lists show it; `trouble` says why its journal could not be read to its end, and `claims` are those of a run
 * whose journal no version continues, or none.
 */
export function pastRun(
  state: RunState,
  trouble: string | undefined,
  claims: readonly ClaimedPhone[] = claimsOf(state),
): PastRun {
  const {
    lastSeq: _,
    phones: __,
    recognisedRefusals: ___,
    acceptedFailures: ____,
    notChosen: _____,
    others: ______,
    batches,
    leftOut,
    ...run
  } = state
  const hold = holdOf(state)
  const leftOutSignedIn = signedInBefore(leftOut)
  return {
    ...run,
    counts: countPhones(state),
    leftOut: leftOut.length,
    ...(leftOutSignedIn > 0 && { leftOutSignedIn }),
    batches: batches.map(({ region, phones, stage, batchId }) => ({
      region,
      phones: phones.length,
      stage,
      ...(batchId !== undefined && { batchId }),
    })),
    toSubmit: stillToSubmit(state),
    ...(hold && { hold }),
    ...(claims.length > 0 && { claims }),
    ...(state.retryOf !== undefined && { tried: triedPhones(state) }),
    ...(trouble !== undefined && { trouble }),
  }
}
