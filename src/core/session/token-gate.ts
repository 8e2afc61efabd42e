import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail } from '../../shared/result.ts'
import { needsPerson } from '../auth/needs-person.ts'
import type { Tokens } from './microsoft.ts'

/** Tokens as long as there are any to be had without the person. */
export type TokenGate = Tokens & {
  /** The failure that only a new sign-in mends; while there is one, the authority is not asked. */
  renewal(): SignInFailure | undefined
  /** The person has signed in again, maybe to another application. */
  reopen(tokens: Tokens): void
}

/** `closed` is told once of each renewal that needs the person. */
export function createTokenGate(tokens: Tokens, closed: (failure: SignInFailure) => void): TokenGate {
  let current = tokens
  let renewal: SignInFailure | undefined

  async function token(...asked: Parameters<Tokens['token']>): ReturnType<Tokens['token']> {
    if (renewal) return fail(renewal)
    const before = current
    const outcome = await before.token(...asked)
    if (outcome.ok || renewal || !needsPerson(outcome.failure)) return outcome
    // What was asked before the new sign-in says nothing about it.
    if (before !== current) return token(...asked)
    renewal = outcome.failure
    closed(renewal)
    return outcome
  }

  return {
    renewal: () => renewal,
    token,
    reopen(tokens) {
      // An object of its own for each opening, so that answers of the one before can be told apart.
      current = { token: (accountId, options) => tokens.token(accountId, options) }
      renewal = undefined
    },
  }
}
