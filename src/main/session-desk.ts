import type { SessionState } from '../shared/ipc.ts'
import type { Session } from './run/session.ts'

/** Who is signed in, for everybody in main who asks. */
export type SessionDesk = {
  current(): Session | undefined
  state(): SessionState
  /** Enters the simulated tenant; stays where one is when somebody is signed in already. */
  explore(): Promise<SessionState>
  signOut(): Promise<SessionState>
}

export function createSessionDesk(options: {
  readonly explore: () => Promise<Session>
  readonly changed: (state: SessionState) => void
}): SessionDesk {
  let session: Session | undefined
  let entering: Promise<SessionState> | undefined

  const state = (): SessionState =>
    session
      ? { kind: 'signed-in', tenant: session.tenant, operator: session.operator }
      : { kind: 'signed-out' }

  async function enter(): Promise<SessionState> {
    session = await options.explore()
    options.changed(state())
    return state()
  }
  return {
    current: () => session,
    state,
    async explore() {
      if (session) return state()
      // Two clicks enter once.
      entering ??= enter().finally(() => {
        entering = undefined
      })
      return entering
    },
    async signOut() {
      const left = session
      session = undefined
      if (left) options.changed(state())
      await left?.end()
      return state()
    },
  }
}
