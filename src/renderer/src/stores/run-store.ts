import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunEvent } from '../../../shared/run/events.ts'
import { reduceRun } from '../../../shared/run/reducer.ts'
import type { RunState } from '../../../shared/run/run-state.ts'

/** The run that is shown or was shown last. Only `receiveEvents` changes it. */
export type RunData = { readonly events: readonly RunEvent[]; readonly state: RunState | undefined }

export type RunStore = StoreApi<RunData>

export const createRunStore = (): RunStore => createStore<RunData>(() => ({ events: [], state: undefined }))

/**
 * Takes events as main pushes or answers them. What is known already is passed over, so that a snapshot and
 * the pushes around it may overlap. Answers the events that were new.
 */
export function receiveEvents(store: RunStore, received: readonly RunEvent[]): readonly RunEvent[] {
  let { events, state } = store.getState()
  const fresh: RunEvent[] = []
  for (const event of received) {
    if (event.type === 'RunStarted') {
      if (event.runId === state?.runId) continue
      events = []
      fresh.length = 0
    } else if (!state || event.seq <= state.lastSeq) continue
    state = reduceRun(state, event)
    fresh.push(event)
  }
  if (fresh.length > 0) store.setState({ events: [...events, ...fresh], state }, true)
  return fresh
}
