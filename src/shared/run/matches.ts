import type { Candidate } from './evidence.ts'

/**
 * The batches in the history that are surely the unconfirmed one: exactly its phones, and not from before. A single one is
 * adopted without asking; of several the operator has to say which.
 */
export const matchesAmong = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ isExact, isEarlier }) => isExact && !isEarlier)
