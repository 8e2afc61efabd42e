import type { AuthenticationResult } from '@azure/msal-node'
import type { CacheEntry } from './cache-document.ts'
import { cachePlugin } from './cache-plugin.ts'
import { msalClient, type Surroundings, scopes } from './msal-client.ts'
import type { Errand } from './network-module.ts'
import type { TokenCache } from './token-cache.ts'

/**
 * An access token of an entry of the cache: the stored one while it is good for five minutes more, else, or
 * when `renew` says so, another one by the refresh token. Never shows anything to anybody. Rejects with what
 * MSAL throws.
 */
export async function silentToken(
  surroundings: Surroundings,
  cache: TokenCache,
  entry: CacheEntry,
  renew: boolean,
  errand: Errand,
): Promise<AuthenticationResult> {
  const { tenantId } = entry.account
  const client = msalClient(surroundings, errand, tenantId, cachePlugin(cache, entry))
  // MSAL looks up by the tenant of the account that it is given, whatever the authority.
  const account = (await client.getAllAccounts()).find((one) => one.tenantId === tenantId)
  if (!account) throw new Error('The stored sign-in has no account of its tenant')
  const { correlationId } = errand
  return client.acquireTokenSilent({ scopes: [...scopes], account, forceRefresh: renew, correlationId })
}
