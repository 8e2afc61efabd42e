import type { Authenticator } from '../../core/auth/authenticator.ts'
import type { Account } from '../../shared/auth/account.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import type { Result } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { harmless } from '../print.ts'

/** Tells where to enter which code, and waits until somebody has done so. */
export function signInByCode(
  authenticator: Pick<Authenticator, 'signInByDeviceCode'>,
  tenant: string | undefined,
  signal: AbortSignal,
  tell: (words: string) => void,
): Promise<Result<Account, SignInFailure>> {
  return authenticator.signInByDeviceCode({
    ...(tenant !== undefined && { tenant }),
    signal,
    onCode: ({ verificationUri, userCode, expiresAt }) =>
      tell(text.cli.signIn.code(harmless(verificationUri), harmless(userCode), new Date(expiresAt))),
  })
}
