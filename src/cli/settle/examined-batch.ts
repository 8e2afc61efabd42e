import type { Runs } from '../../core/run/runs.ts'
import type { Session } from '../../core/run/session.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Candidate } from '../../shared/run/evidence.ts'
import type { BatchState, RunState } from '../../shared/run/run-state.ts'

/** A batch in doubt (by its index), and what the service's record says of it. */
export type ExaminedBatch = {
  readonly batch: number
  readonly inDoubt: BatchState
  readonly evidence: Result<readonly Candidate[], AppFailure>
}

/** Asks the service's record about each of these batches (`which`, by index) of the open run. */
export async function examineBatches(
  runs: Pick<Runs, 'evidence'>,
  session: Session,
  { batches }: Pick<RunState, 'batches'>,
  which: readonly number[],
): Promise<readonly ExaminedBatch[]> {
  const examined: ExaminedBatch[] = []
  // One after the other: each look is many calls, and the service asks for few at a time.
  for (const batch of which) {
    const inDoubt = batches[batch]
    if (inDoubt) examined.push({ batch, inDoubt, evidence: await runs.evidence(session, batch) })
  }
  return examined
}

/** The batches of the record that may be it; undefined where the record could not be read. */
export const candidatesOf = ({ evidence }: ExaminedBatch): readonly Candidate[] | undefined =>
  evidence.ok ? evidence.value : undefined
