import type { RunState } from './run-state.ts'

/** Whether there is a run and it is being watched: no other can be started then, and closing the app asks first. */
export const isWatching = (state: RunState | undefined): state is RunState =>
  state?.watching.kind === 'watching'
