import type { Candidate, Decision } from './evidence.ts'

/** A decision that the evidence allows, and for the choice of a batch of the record: that batch. */
export type Choice = { readonly decision: Decision; readonly candidate?: Candidate }

/**
 * What the operator can decide about a batch in doubt, given the batches of the record that may be it. While the
 * record is not known (undefined) nothing is sent again: it may hold the batch.
 */
export function choicesAfter(candidates: readonly Candidate[] | undefined): readonly Choice[] {
  const leave: Choice = { decision: { kind: 'leave' } }
  if (!candidates) return [leave]
  return [
    ...candidates.map(
      (candidate): Choice => ({ decision: { kind: 'adopt', batchId: candidate.batchId }, candidate }),
    ),
    { decision: { kind: 'submit-again' } },
    leave,
  ]
}
