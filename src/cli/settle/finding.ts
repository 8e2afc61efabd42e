import type { Runs } from '../../main/run/runs.ts'
import type { Session } from '../../main/run/session.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Candidate } from '../../shared/run/evidence.ts'
import type { BatchState, RunState } from '../../shared/run/run-state.ts'

/** A batch in doubt (by its index), and what the service's record says of it. */
export type Finding = {
  readonly batch: number
  readonly inDoubt: BatchState
  readonly evidence: Result<readonly Candidate[], AppFailure>
}

/** Looks for each of these batches of the open run. */
export async function gatherFindings(
  runs: Pick<Runs, 'evidence'>,
  session: Session,
  { batches }: Pick<RunState, 'batches'>,
  which: readonly number[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  // One after the other: each look is many calls, and the service asks for few at a time.
  for (const batch of which) {
    const inDoubt = batches[batch]
    if (inDoubt) findings.push({ batch, inDoubt, evidence: await runs.evidence(session, batch) })
  }
  return findings
}

/** The batches of the record that may be it; undefined where the record could not be read. */
export const candidatesOf = ({ evidence }: Finding): readonly Candidate[] | undefined =>
  evidence.ok ? evidence.value : undefined
