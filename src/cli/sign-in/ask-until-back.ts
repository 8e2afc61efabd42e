import type { Authenticator } from '../../core/auth/authenticator.ts'
import { needsPerson } from '../../core/auth/needs-person.ts'
import type { Clock } from '../../core/clock/clock.ts'
import type { Account } from '../../shared/auth/account.ts'
import { text } from '../../shared/text/index.ts'
import { harmless } from '../print.ts'
import { describeFailure } from './describe-failure.ts'
import { signInByCode } from './sign-in-by-code.ts'

/** Who is to sign in again, with what, and where they are told so. */
export type AskOptions = {
  readonly account: Account
  readonly authenticator: Pick<Authenticator, 'signInByDeviceCode' | 'accounts' | 'signOut'>
  readonly clock: Clock
  readonly tell: (words: string) => void
}

/**
 * Asks for a sign-in of the same account until somebody signs in. An expired code is followed by another one, because the
 * person may be away for hours. False when asking makes no sense any more.
 */
export async function askUntilBack(options: AskOptions, signal: AbortSignal): Promise<boolean> {
  const { account, authenticator, clock, tell } = options
  while (!signal.aborted) {
    tell(text.cli.signIn.signingIn(account.tenantId, harmless(account.username)))
    const before = await authenticator.accounts()
    const outcome = await signInByCode(authenticator, account.tenantId, signal, tell)
    if (signal.aborted) return false
    if (outcome.ok) {
      const { id, username } = outcome.value
      if (id === account.id) return true
      // Nobody asked to keep this one.
      if (!before.some((one) => one.id === id)) await authenticator.signOut(id)
      tell(text.cli.signIn.otherAccount(harmless(username), harmless(account.username)))
    } else {
      const { failure } = outcome
      tell(describeFailure(failure))
      if (failure.kind === 'cancelled') return false
      if (failure.kind !== 'timed-out' && needsPerson(failure)) return false
      if (failure.kind !== 'timed-out') await clock.sleep(pause, signal)
    }
  }
  return false
}

/** Before the next attempt: the network may be back by then. In ms. */
const pause = 30_000
