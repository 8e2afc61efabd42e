import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunEvent } from '../../../shared/run/events.ts'
import type { RunState } from '../../../shared/run/run-state.ts'

/** The run that is shown or was shown last. Only `receiveEvents` changes it. */
export type RunData = { readonly events: readonly RunEvent[]; readonly state: RunState | undefined }

export type RunStore = StoreApi<RunData>

export const createRunStore = (): RunStore => createStore<RunData>(() => ({ events: [], state: undefined }))
