import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ProxyQuestion } from '../../../shared/proxy.ts'

export type ProxyData = {
  /** Of the proxy that waits for somebody to sign in to it. */
  readonly question: ProxyQuestion | undefined
}

export type ProxyStore = StoreApi<ProxyData>

export const createProxyStore = (): ProxyStore => createStore<ProxyData>(() => ({ question: undefined }))
