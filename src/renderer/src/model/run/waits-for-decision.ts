import type { Watching } from '../../../../shared/run/run-state.ts'

/** Whether a run has come to its end but for what the operator decides. */
export const waitsForDecision = (watching: Watching | undefined): boolean =>
  watching?.kind === 'stopped' && (watching.reason === 'undecided' || watching.reason === 'held')
