import type { SignInFailure } from '../../../shared/auth/sign-in-failure.ts'
import type { SignedIn, SignInUnderWay } from '../../../shared/session.ts'
import { failureToShow, underWay } from '../model/session/under-way.ts'
import { useSession } from './stores-context.tsx'

/** Who works in which tenant; undefined while nobody does. */
export const useSignedIn = (): SignedIn | undefined =>
  useSession(({ session }) => (session?.kind === 'signed-in' ? session : undefined))

/** Whether somebody works in a real tenant that is reached directly, so that there is another way. */
export const useGoesDirectly = (): boolean =>
  useSession(
    ({ session }) => session?.kind === 'signed-in' && session.way === undefined && !session.tenant.simulated,
  )

/** The sign-in under way, asked for by this window or by the one before it. */
export const useUnderWay = (): SignInUnderWay | undefined => useSession(({ session }) => underWay(session))

export const useFailure = (): SignInFailure | undefined => useSession(failureToShow)
