import { type Doubt, doubtsOf as find } from '../../../../shared/run/doubts.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { memoizeLast } from '../memoize-last.ts'

const none: readonly Doubt[] = []

/** Those of the shown run; the same list for as long as the run is the same. */
export const doubtsOf = memoizeLast((run: RunState | undefined) => (run ? find(run) : none))
