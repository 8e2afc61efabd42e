import { ask, type Desk } from '../../stores/desk.ts'
import { setSession } from '../../stores/open-desk.ts'
import type { SessionData } from '../../stores/session-store.ts'

export const signIn = (desk: Desk): Promise<void> => enter(desk, 'sign-in', 'session:sign-in')
export const explore = (desk: Desk): Promise<void> => enter(desk, 'explore', 'session:explore')
export const signOut = (desk: Desk): Promise<void> => enter(desk, 'sign-out', 'session:sign-out')

async function enter(
  desk: Desk,
  busy: SessionData['busy'],
  channel: 'session:sign-in' | 'session:explore' | 'session:sign-out',
): Promise<void> {
  if (desk.session.getState().busy) return
  desk.session.setState({ busy })
  const answer = await ask(desk, 'session', channel, undefined)
  desk.session.setState({ busy: undefined })
  if (answer.ok) setSession(desk, answer.value)
}
