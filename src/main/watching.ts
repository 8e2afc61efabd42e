import type { RunState } from '../shared/run/run-state.ts'

/** Whether a run is being watched: then the computer stays awake and closing asks first. */
export const isWatching = (state: RunState | undefined): state is RunState =>
  state?.watching.kind === 'watching'
