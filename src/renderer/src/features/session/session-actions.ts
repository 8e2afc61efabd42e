import type { Answer, InvokeChannel, Request } from '../../../../shared/ipc.ts'
import type { SignInRequest, SignInWay } from '../../../../shared/session.ts'
import { ask, type Desk, invoke, tell } from '../../stores/desk.ts'
import { dismiss } from '../../stores/notice-store.ts'
import { setSession } from '../../stores/open-desk.ts'
import type { SessionData } from '../../stores/session-store.ts'

type SessionChannel = Extract<
  InvokeChannel,
  'session:sign-in' | 'session:cancel-sign-in' | 'session:explore' | 'session:switch' | 'session:sign-out'
>

/**
 * Signs in: with the system's browser unless asked otherwise. It ends when the operator is through, or has
 * cancelled it. The same request again does nothing, another way or tenant takes its place.
 */
export async function signIn(desk: Desk, request: SignInRequest = { way: 'browser' }): Promise<void> {
  const { asked, busy } = desk.session.getState()
  if (busy || (asked && isSame(asked, request))) return
  desk.session.setState({ asked: request, tried: request })
  await change(desk, 'session:sign-in', request)
  if (desk.session.getState().asked === request) desk.session.setState({ asked: undefined })
}

/** Signs the account of the session in again, so that what its token allows is up to date. */
export function signInAgain(desk: Desk, way: SignInWay = 'browser'): Promise<void> {
  const { session } = desk.session.getState()
  const accountId = session?.kind === 'signed-in' ? session.accountId : undefined
  return signIn(desk, { way, ...(accountId !== undefined && { accountId }) })
}

export const cancelSignIn = (desk: Desk): Promise<void> => change(desk, 'session:cancel-sign-in', undefined)

/** Shows the page where the code is entered. */
export async function openCodePage(desk: Desk): Promise<void> {
  await ask(desk, 'session', 'session:open-code-page', undefined)
}

export const explore = (desk: Desk): Promise<void> => enter(desk, 'explore', 'session:explore', undefined)

export const switchTo = (desk: Desk, accountId: string): Promise<void> =>
  enter(desk, 'switch', 'session:switch', { accountId })

/** Without an ID, signs out whoever is signed in. */
export const signOut = (desk: Desk, accountId?: string): Promise<void> =>
  enter(desk, 'sign-out', 'session:sign-out', accountId === undefined ? {} : { accountId })

/** A second click waits for the first one's answer. */
async function enter<Channel extends SessionChannel>(
  desk: Desk,
  busy: NonNullable<SessionData['busy']>,
  channel: Channel,
  request: Request<Channel>,
): Promise<void> {
  if (desk.session.getState().busy) return
  desk.session.setState({ busy })
  await change(desk, channel, request)
  desk.session.setState({ busy: undefined })
}

async function change<Channel extends SessionChannel>(
  desk: Desk,
  channel: Channel,
  request: Request<Channel>,
): Promise<void> {
  const answer: Answer<SessionChannel> = await invoke(desk, channel, request)
  if (answer.ok) {
    dismiss(desk.notices, 'session')
    setSession(desk, answer.value)
    return
  }
  // Why Microsoft's sign-in failed stands in the state, and is shown with its details.
  if (answer.failure.signIn) dismiss(desk.notices, 'session')
  else tell(desk, 'session', 'error', answer.failure)
}

const isSame = (one: SignInRequest, other: SignInRequest): boolean =>
  one.way === other.way && one.tenant === other.tenant && one.accountId === other.accountId
