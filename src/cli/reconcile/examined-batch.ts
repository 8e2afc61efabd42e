import type { Runs } from '../../core/run/runs.ts'
import type { Session } from '../../core/run/session.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Candidate } from '../../shared/run/evidence.ts'
import type { BatchState, RunState } from '../../shared/run/run-state.ts'

/** An unconfirmed submission (by its index), and what the batch history says of it. */
export type ExaminedBatch = {
  readonly batch: number
  readonly unconfirmed: BatchState
  readonly evidence: Result<readonly Candidate[], AppFailure>
}

/** Asks the batch history about each of these batches (`which`, by index) of the open run. */
export async function examineBatches(
  runs: Pick<Runs, 'evidence'>,
  session: Session,
  { batches }: Pick<RunState, 'batches'>,
  which: readonly number[],
): Promise<readonly ExaminedBatch[]> {
  const examined: ExaminedBatch[] = []
  // One after the other: each look is many calls, and the service asks for few at a time.
  for (const batch of which) {
    const unconfirmed = batches[batch]
    if (unconfirmed) examined.push({ batch, unconfirmed, evidence: await runs.evidence(session, batch) })
  }
  return examined
}

/** The batches in the history that may be it; undefined where the batch history could not be read. */
export const candidatesOf = ({ evidence }: ExaminedBatch): readonly Candidate[] | undefined =>
  evidence.ok ? evidence.value : undefined
