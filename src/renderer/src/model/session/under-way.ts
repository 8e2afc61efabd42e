import type { SignInFailure } from '../../../../shared/auth/sign-in-failure.ts'
import type { SessionState, SignInUnderWay } from '../../../../shared/session.ts'

export type SignedInState = Extract<SessionState, { kind: 'signed-in' }>

/** The sign-in under way in main, whichever window or menu asked for it. */
export function underWay(session: SessionState | undefined): SignInUnderWay | undefined {
  if (session?.kind === 'signing-in') return session
  return session?.kind === 'signed-in' ? session.signingIn : undefined
}

/**
 * Why the last sign-in ended, as long as it matters: not while another is under way, not after the operator dismissed it,
 * and never if the operator ended the sign-in.
 */
export function failureToShow({
  session,
  dismissed,
}: {
  readonly session: SessionState | undefined
  readonly dismissed: string | undefined
}): SignInFailure | undefined {
  const failure = session?.failure
  if (!failure || failure.kind === 'cancelled' || underWay(session)) return undefined
  return failure.at === dismissed ? undefined : failure
}
