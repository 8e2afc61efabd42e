import { randomUUID } from 'node:crypto'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { isOf } from './cache-document.ts'
import { startCallTrace } from './call-trace.ts'
import { type Attempt, failureOf, plainFailure } from './failure.ts'
import type { AuthContext } from './msal-client.ts'
import { logFailure } from './sign-in-log.ts'
import { silentToken } from './silent-token.ts'
import type { TokenCache } from './token-cache.ts'

type TokenOutcome = Result<string, SignInFailure>

/**
 * Access tokens from the cache. There is one request for an account at a time: a second renewal at the same
 * time would spend the refresh token twice.
 */
export function createRenewals(
  context: AuthContext,
  cache: TokenCache,
): (accountId: string, renew: boolean) => Promise<TokenOutcome> {
  const underWay = new Map<string, { readonly renews: boolean; readonly outcome: Promise<TokenOutcome> }>()

  return async function token(accountId, renew): Promise<TokenOutcome> {
    for (let other = underWay.get(accountId); other; other = underWay.get(accountId)) {
      // What is not renewing may come back with the very token that was refused.
      if (other.renews || !renew) return other.outcome
      await other.outcome
    }
    const outcome = tokenOf(context, cache, accountId, renew).finally(() => underWay.delete(accountId))
    underWay.set(accountId, { renews: renew, outcome })
    return outcome
  }
}

async function tokenOf(
  context: AuthContext,
  cache: TokenCache,
  accountId: string,
  renew: boolean,
): Promise<TokenOutcome> {
  const { wire, log, clientId, authorityHost } = context
  const correlationId = randomUUID()
  const trace = startCallTrace()
  const entry = await findEntry(context, cache, accountId)
  const attempt = (): Attempt => {
    const now = wire.clock.now()
    const tenant = entry?.account.tenantId
    return { way: 'silent', trace, clientId, authorityHost, tenant, correlationId, now }
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
    const authRequest = { signal: new AbortController().signal, trace, correlationId }
    const { accessToken } = await silentToken(context, cache, entry, renew, authRequest)
    return (await findEntry(context, cache, accountId)) ? succeed(accessToken) : signedOut()
  } catch (error) {
    return refuse(failureOf(error, attempt()), error)
  }
}

async function findEntry(context: AuthContext, cache: TokenCache, accountId: string) {
  const entries = await cache.entries()
  return entries.find((entry) => entry.account.id === accountId && isOf(entry, context))
}
