import { randomUUID } from 'node:crypto'
import type { AuthenticationResult, ICachePlugin } from '@azure/msal-node'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { type CacheEntry, isOf } from './cache-document.ts'
import { startCallTrace } from './call-trace.ts'
import { type Attempt, failureOf, plainFailure } from './failure.ts'
import { type AuthContext, msalClient, scopes } from './msal-client.ts'
import type { AuthRequest } from './network-module.ts'
import { logFailure } from './sign-in-log.ts'
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

/**
 * An access token of an entry of the cache: the stored one while it is good for five minutes more, else, or
 * when `renew` says so, another one by the refresh token. Never shows anything to anybody. Rejects with what
 * MSAL throws.
 */
async function silentToken(
  context: AuthContext,
  cache: TokenCache,
  entry: CacheEntry,
  renew: boolean,
  authRequest: AuthRequest,
): Promise<AuthenticationResult> {
  const { tenantId } = entry.account
  const client = msalClient(context, authRequest, tenantId, cachePlugin(cache, entry))
  // MSAL looks up by the tenant of the account that it is given, whatever the authority.
  const account = (await client.getAllAccounts()).find((one) => one.tenantId === tenantId)
  if (!account) throw new Error('The stored sign-in has no account of its tenant')
  const { correlationId } = authRequest
  return client.acquireTokenSilent({ scopes: [...scopes], account, forceRefresh: renew, correlationId })
}

/**
 * MSAL's view of one entry of the cache. What it changes is stored, unless the entry was removed or replaced
 * meanwhile: a renewal that was under way must not bring back an account that has signed out.
 */
function cachePlugin(cache: TokenCache, entry: CacheEntry): ICachePlugin {
  let current: CacheEntry | undefined = entry
  let content = entry.content
  return {
    async beforeCacheAccess({ tokenCache }) {
      tokenCache.deserialize(content)
    },
    async afterCacheAccess({ cacheHasChanged, tokenCache }) {
      if (!cacheHasChanged) return
      content = tokenCache.serialize()
      current = current && (await cache.replace(current, { ...current, content }))
    },
  }
}
