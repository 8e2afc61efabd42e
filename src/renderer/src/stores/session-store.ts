import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppInfo } from '../../../shared/ipc.ts'
import type { SessionState, SignInRequest } from '../../../shared/session.ts'

export type SessionData = {
  readonly info: AppInfo | undefined
  /** Undefined until main has told. */
  readonly session: SessionState | undefined
  /** The sign-in that this window has asked for and that has not ended. */
  readonly asked: SignInRequest | undefined
  /** The last one, to be tried again. */
  readonly tried: SignInRequest | undefined
  /** What else main is being asked for right now. */
  readonly busy: 'explore' | 'sign-out' | 'switch' | undefined
  /** When the failure happened that the operator has read and put away. */
  readonly dismissed: string | undefined
}

export type SessionStore = StoreApi<SessionData>

export const createSessionStore = (): SessionStore =>
  createStore<SessionData>(() => ({
    info: undefined,
    session: undefined,
    asked: undefined,
    tried: undefined,
    busy: undefined,
    dismissed: undefined,
  }))
