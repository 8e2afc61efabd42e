import { type Hold, holdOf } from '../../../../shared/run/hold.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { memoizeLast } from '../memoize-last.ts'

/** What holds phones of the shown run back; undefined where nothing does, or no phone is left to submit. */
export const holdIn: (run: RunState | undefined) => Hold | undefined = memoizeLast(
  (run: RunState | undefined) => (run && stillToSubmit(run).phones > 0 ? holdOf(run) : undefined),
)
