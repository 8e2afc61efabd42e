import type { RunState } from './run-state.ts'

type Watched = RunState & { readonly watching: { readonly kind: 'watching' } }

/** Whether there is a run and it is being watched: no other can be started then, and closing the app asks first. */
export const isWatching = (state: RunState | undefined): state is Watched =>
  state?.watching.kind === 'watching'
