import type { RunState } from '../../../../shared/run/run-state.ts'
import { unconfirmedOf as find, type UnconfirmedSubmission } from '../../../../shared/run/unconfirmed.ts'
import { memoizeLast } from '../memoize-last.ts'

const none: readonly UnconfirmedSubmission[] = []

/** Those of the shown run; the same list for as long as the run is the same. */
export const unconfirmedOf = memoizeLast((run: RunState | undefined) => (run ? find(run) : none))
