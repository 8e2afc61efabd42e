import type { Candidate, Decision } from './evidence.ts'

/** A decision that the evidence allows, and for the choice of a batch in the history: that batch. */
export type Choice = { readonly decision: Decision; readonly candidate?: Candidate }

/**
 * What the operator can decide about an unconfirmed submission, given the batches in the history that may be it. While
 * the history is not known (undefined) nothing is sent again: it may hold the batch. That the service refused the batch can be
 * said where an answer came that it may have meant so (`isAnswered`), and the batch history does not show otherwise.
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
