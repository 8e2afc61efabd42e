import { createStore, type StoreApi } from 'zustand/vanilla'

/** What a screen reader is told next, politely. The number tells two equal sentences apart. */
export type Announcement = { readonly said: string; readonly times: number }

export type LiveStore = StoreApi<Announcement>

export const createLiveStore = (): LiveStore => createStore(() => ({ said: '', times: 0 }))

export function announce(store: LiveStore, said: string): void {
  store.setState({ said, times: store.getState().times + 1 })
}
