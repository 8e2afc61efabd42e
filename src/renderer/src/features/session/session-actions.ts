import type { Answer, InvokeChannel, Request } from '../../../../shared/ipc.ts'
import type { SignInRequest, SignInWay } from '../../../../shared/session.ts'
import { type AppStores, ask, invoke, tell } from '../../stores/app-stores.ts'
import { setSession } from '../../stores/connect-stores.ts'
import { dismiss } from '../../stores/notice-store.ts'
import type { SessionData } from '../../stores/session-store.ts'

type SessionChannel = Extract<
  InvokeChannel,
  'session:sign-in' | 'session:cancel-sign-in' | 'session:explore' | 'session:switch' | 'session:sign-out'
>

/**
 * Signs in, with the system's browser unless asked otherwise, and ends when the operator has finished or canceled. The
 * same request again does nothing; a request for another way or tenant replaces it.
 */
export async function signIn(stores: AppStores, request: SignInRequest = { way: 'browser' }): Promise<void> {
  const { asked, busy } = stores.session.getState()
  if (busy || (asked && isSame(asked, request))) return
  stores.session.setState({ asked: request, tried: request })
  await change(stores, 'session:sign-in', request)
  if (stores.session.getState().asked === request) stores.session.setState({ asked: undefined })
}

/** Signs the account of the session in again, so that what its token allows is up to date. */
export function signInAgain(stores: AppStores, way: SignInWay = 'browser'): Promise<void> {
  const { session } = stores.session.getState()
  const accountId = session?.kind === 'signed-in' ? session.accountId : undefined
  return signIn(stores, { way, ...(accountId !== undefined && { accountId }) })
}

export const cancelSignIn = (stores: AppStores): Promise<void> =>
  change(stores, 'session:cancel-sign-in', undefined)

/** Shows the page where the code is entered. */
export async function openCodePage(stores: AppStores): Promise<void> {
  await ask(stores, 'session', 'session:open-code-page', undefined)
}

export const explore = (stores: AppStores): Promise<void> =>
  enter(stores, 'explore', 'session:explore', undefined)

export const switchTo = (stores: AppStores, accountId: string): Promise<void> =>
  enter(stores, 'switch', 'session:switch', { accountId })

/** Without an ID, signs out the current account. */
export const signOut = (stores: AppStores, accountId?: string): Promise<void> =>
  enter(stores, 'sign-out', 'session:sign-out', accountId === undefined ? {} : { accountId })

/** A second click waits for the first one's answer. */
async function enter<Channel extends SessionChannel>(
  stores: AppStores,
  busy: NonNullable<SessionData['busy']>,
  channel: Channel,
  request: Request<Channel>,
): Promise<void> {
  if (stores.session.getState().busy) return
  stores.session.setState({ busy })
  await change(stores, channel, request)
  stores.session.setState({ busy: undefined })
}

async function change<Channel extends SessionChannel>(
  stores: AppStores,
  channel: Channel,
  request: Request<Channel>,
): Promise<void> {
  const answer: Answer<SessionChannel> = await invoke(stores, channel, request)
  if (answer.ok) {
    dismiss(stores.notices, 'session')
    setSession(stores, answer.value)
    return
  }
  // Why Microsoft's sign-in failed stands in the state, and is shown with its details.
  if (answer.failure.signIn) dismiss(stores.notices, 'session')
  else tell(stores, 'session', 'error', answer.failure)
}

const isSame = (one: SignInRequest, other: SignInRequest): boolean =>
  one.way === other.way && one.tenant === other.tenant && one.accountId === other.accountId
