import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppInfo, SessionState } from '../../../shared/ipc.ts'

export type SessionData = {
  readonly info: AppInfo | undefined
  /** Undefined until main has told. */
  readonly session: SessionState | undefined
  /** What main is being asked for right now. */
  readonly busy: 'sign-in' | 'explore' | 'sign-out' | undefined
}

export type SessionStore = StoreApi<SessionData>

export const createSessionStore = (): SessionStore =>
  createStore<SessionData>(() => ({ info: undefined, session: undefined, busy: undefined }))
