import { randomUUID } from 'node:crypto'
import type { AuthenticationResult, ICachePlugin } from '@azure/msal-node'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { type CacheEntry, isOf } from './cache-document.ts'
import { startCallTrace } from './call-trace.ts'
import { type Attempt, failureOf, plainFailure } from './failure.ts'
import { type AuthContext, msalClient, scopesOf } from './msal-client.ts'
import type { AuthRequest } from './network-module.ts'
import { logFailure } from './sign-in-log.ts'
import type { TokenCache } from './token-cache.ts'

type TokenOutcome = Result<string, SignInFailure>

/**
 * Access tokens from the cache. Callers that ask for the same account and resource at the same time share one answer.
 * An account's resources take turns: they share its refresh token and its entry of the cache. Two renewals at the
 * same time would use the token twice, and one would overwrite the entry of the other.
 */
export function createRenewals(
  context: AuthContext,
  cache: TokenCache,
): (accountId: string, resource: string, renew: boolean) => Promise<TokenOutcome> {
  const underWay = new Map<string, { readonly renews: boolean; readonly outcome: Promise<TokenOutcome> }>()
  const lastOfAccount = new Map<string, Promise<unknown>>()

  return async function token(accountId, resource, renew): Promise<TokenOutcome> {
    const key = JSON.stringify([accountId, resource])
    for (let other = underWay.get(key); other; other = underWay.get(key)) {
      // A call that does not renew may return the very token that was refused.
      if (other.renews || !renew) return other.outcome
      await other.outcome
    }
    const turn = lastOfAccount.get(accountId) ?? Promise.resolve()
    const outcome = turn
      .then(() => tokenOf(context, cache, accountId, resource, renew))
      .finally(() => {
        underWay.delete(key)
        if (lastOfAccount.get(accountId) === ended) lastOfAccount.delete(accountId)
      })
    const ended = outcome.catch(() => undefined)
    underWay.set(key, { renews: renew, outcome })
    lastOfAccount.set(accountId, ended)
    return outcome
  }
}

async function tokenOf(
  context: AuthContext,
  cache: TokenCache,
  accountId: string,
  resource: string,
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
    // Several callers may wait for this renewal, so no signal stops it. Each of its calls has a time limit.
    const authRequest = { signal: new AbortController().signal, trace, correlationId }
    const { accessToken } = await silentToken(context, cache, entry, { resource, renew }, authRequest)
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
 * An access token for an entry of the cache. MSAL answers with the stored token while that is good for five more
 * minutes. Otherwise, or with `renew`, MSAL gets another one with the refresh token. Never asks a person. Rejects with
 * what MSAL throws.
 */
async function silentToken(
  context: AuthContext,
  cache: TokenCache,
  entry: CacheEntry,
  { resource, renew }: { readonly resource: string; readonly renew: boolean },
  authRequest: AuthRequest,
): Promise<AuthenticationResult> {
  const { tenantId } = entry.account
  const client = msalClient(context, authRequest, tenantId, cachePlugin(cache, entry))
  // MSAL looks up tokens by the account's tenant, and not by the authority's.
  const account = (await client.getAllAccounts()).find((one) => one.tenantId === tenantId)
  if (!account) throw new Error('The stored sign-in has no account of its tenant')
  const { correlationId } = authRequest
  const scopes = scopesOf(resource)
  return client.acquireTokenSilent({ scopes, account, forceRefresh: renew, correlationId })
}

/**
 * MSAL's view of one entry of the cache. MSAL's changes are stored, unless the entry was removed or replaced meanwhile:
 * a renewal that was under way must not bring back an account that has signed out.
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
