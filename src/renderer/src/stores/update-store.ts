import { createStore, type StoreApi } from 'zustand/vanilla'
import { beforeAnyLook, type UpdateState } from '../../../shared/updates.ts'

export type UpdateData = {
  /** As main tells it. */
  readonly state: UpdateState
  /** The version that the operator does not want to be told of again, until the app is opened again. */
  readonly later: string | undefined
}

export type UpdateStore = StoreApi<UpdateData>

export const createUpdateStore = (): UpdateStore =>
  createStore<UpdateData>(() => ({ state: beforeAnyLook, later: undefined }))
