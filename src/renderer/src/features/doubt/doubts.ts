import type { Region } from '../../../../shared/gateway/region.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { memoizeLast } from '../../lib/memoize-last.ts'

/** A batch that the operator may have to decide about. `batch` is its index in the run. */
export type Doubt = { readonly batch: number; readonly phones: number; readonly region: Region }

const none: readonly Doubt[] = []

/** The batches of which nobody knows whether the service took them; none while the run may still settle them. */
export const doubtsOf = memoizeLast((run: RunState | undefined): readonly Doubt[] =>
  run?.watching.kind === 'stopped'
    ? run.batches.flatMap(({ stage, phones, region }, batch) =>
        stage === 'unknown' ? [{ batch, phones: phones.length, region }] : [],
      )
    : none,
)
