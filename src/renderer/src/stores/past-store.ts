import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PastRun } from '../../../shared/run/past-run.ts'

/** The runs on this disk when main was asked last, and those the operator does not want to be reminded of. */
export type PastData = {
  readonly runs: readonly PastRun[]
  /** By ID, until the window is loaded anew. */
  readonly putOff: readonly string[]
}

export type PastStore = StoreApi<PastData>

export const createPastStore = (): PastStore => createStore<PastData>(() => ({ runs: [], putOff: [] }))
