import type { Region } from '../gateway/region.ts'
import type { BatchStage, RunState, Watching } from './run-state.ts'

/** A batch that the operator may have to decide about. `batch` is its index in the run. */
export type UnconfirmedSubmission = {
  readonly batch: number
  readonly phones: number
  readonly region: Region
}

/** The batches of which nobody knows whether the service took them; none while the run may still reconcile them. */
export const unconfirmedOf = (
  run: Pick<RunState, 'watching' | 'batches'>,
): readonly UnconfirmedSubmission[] =>
  hasUnconfirmed(run)
    ? run.batches.flatMap(({ stage, phones, region }, batch) =>
        stage === 'unknown' ? [{ batch, phones: phones.length, region }] : [],
      )
    : []

/** Whether a batch of the run waits for the operator's decision. */
export const hasUnconfirmed = ({
  watching,
  batches,
}: {
  readonly watching: Watching
  readonly batches: readonly { readonly stage: BatchStage }[]
}): boolean => watching.kind === 'stopped' && batches.some(({ stage }) => stage === 'unknown')
