import { randomUUID } from 'node:crypto'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { isOf } from './cache-document.ts'
import { type Attempt, failureOf, plainFailure } from './failure.ts'
import type { Surroundings } from './msal-client.ts'
import { logFailure } from './sign-in-log.ts'
import { silentToken } from './silent-token.ts'
import type { TokenCache } from './token-cache.ts'
import { startTrail } from './trail.ts'

type TokenOutcome = Result<string, SignInFailure>

/**
 * Access tokens from the cache. There is one errand for an account at a time: a second renewal at the same
 * time would spend the refresh token twice.
 */
export function createRenewals(
  surroundings: Surroundings,
  cache: TokenCache,
): (accountId: string, renew: boolean) => Promise<TokenOutcome> {
  const underWay = new Map<string, { readonly renews: boolean; readonly outcome: Promise<TokenOutcome> }>()

  return async function token(accountId, renew): Promise<TokenOutcome> {
    for (let other = underWay.get(accountId); other; other = underWay.get(accountId)) {
      // What is not renewing may come back with the very token that was refused.
      if (other.renews || !renew) return other.outcome
      await other.outcome
    }
    const outcome = tokenOf(surroundings, cache, accountId, renew).finally(() => underWay.delete(accountId))
    underWay.set(accountId, { renews: renew, outcome })
    return outcome
  }
}

async function tokenOf(
  surroundings: Surroundings,
  cache: TokenCache,
  accountId: string,
  renew: boolean,
): Promise<TokenOutcome> {
  const { wire, log, clientId, authorityHost } = surroundings
  const correlationId = randomUUID()
  const trail = startTrail()
  const entry = await findEntry(surroundings, cache, accountId)
  const attempt = (): Attempt => {
    const now = wire.clock.now()
    const tenant = entry?.account.tenantId
    return { way: 'silent', trail, clientId, authorityHost, tenant, correlationId, now }
  }
  const refuse = (failure: SignInFailure, thrown?: unknown): TokenOutcome => {
    logFailure(log, 'renewal', failure, thrown)
    return fail(failure)
  }
  const signedOut = (): TokenOutcome =>
    refuse(plainFailure('interaction-required', text.signIn.failures['signed-out'], attempt()))

  if (!entry) return signedOut()
  try {
    // Its calls have their own time limits, and more than one caller may wait for it: nothing stops it.
    const errand = { signal: new AbortController().signal, trail, correlationId }
    const { accessToken } = await silentToken(surroundings, cache, entry, renew, errand)
    return (await findEntry(surroundings, cache, accountId)) ? succeed(accessToken) : signedOut()
  } catch (error) {
    return refuse(failureOf(error, attempt()), error)
  }
}

async function findEntry(surroundings: Surroundings, cache: TokenCache, accountId: string) {
  const entries = await cache.entries()
  return entries.find((entry) => entry.account.id === accountId && isOf(entry, surroundings))
}
