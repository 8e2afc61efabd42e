import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail } from '../../shared/result.ts'
import { needsPerson } from '../auth/needs-person.ts'
import { inventoryResource } from '../inventory/address.ts'
import type { Tokens } from './microsoft-sign-in.ts'

/** Tokens as long as there are any to be had without the person. Only what a run needs goes through it. */
export type TokenGate = Tokens & {
  /** The failure that only a new sign-in ends. The authority is not asked any more for a resource that had one. */
  renewal(): SignInFailure | undefined
  /** The person has signed in again, maybe to another application. */
  reopen(tokens: Tokens): void
}

/** `closed` is told once for each resource whose renewal needs the person. */
export function createTokenGate(tokens: Tokens, closed: (failure: SignInFailure) => void): TokenGate {
  let current = tokens
  const renewals = new Map<string, SignInFailure>()

  const token: Tokens['token'] = async (accountId, request) => {
    const { resource } = request
    // No run needs it: that there is none, as where an organisation's own application was not given it, ends no sign-in.
    if (resource === inventoryResource) return current.token(accountId, request)
    const known = renewals.get(resource)
    if (known) return fail(known)
    const before = current
    const outcome = await before.token(accountId, request)
    if (outcome.ok || renewals.has(resource) || !needsPerson(outcome.failure)) return outcome
    // A request made before the new sign-in says nothing about it.
    if (before !== current) return token(accountId, request)
    renewals.set(resource, outcome.failure)
    closed(outcome.failure)
    return outcome
  }

  return {
    renewal: () => renewals.values().next().value,
    token,
    reopen(tokens) {
      // An object of its own for each opening, so that answers of the one before can be told apart.
      current = { token: (accountId, request) => tokens.token(accountId, request) }
      renewals.clear()
    },
  }
}
