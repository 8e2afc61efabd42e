import type { Candidate, Decision } from './evidence.ts'

/** A decision that the evidence allows, and for the choice of a batch in the history: that batch. */
export type Choice = { readonly decision: Decision; readonly candidate?: Candidate }

/**
 * The decisions that the operator has about an unconfirmed submission, given the batches in the history that may be it.
 * While the history is unknown (undefined), nothing is sent again: the history may have the batch. The operator can say
 * that the service refused the batch if an answer came that may mean so (`isAnswered`) and the batch history doesn't
 * show otherwise.
 */
export function choicesAfter(
  candidates: readonly Candidate[] | undefined,
  { isAnswered = false } = {},
): readonly Choice[] {
  const leave: Choice = { decision: { kind: 'leave' } }
  if (!candidates) return [leave]
  const isThere = candidates.some(({ isExact }) => isExact)
  return [
    ...(isAnswered && !isThere ? [{ decision: { kind: 'refused' } } as const] : []),
    ...candidates.map(
      (candidate): Choice => ({ decision: { kind: 'adopt', batchId: candidate.batchId }, candidate }),
    ),
    { decision: { kind: 'submit-again' } },
    leave,
  ]
}
