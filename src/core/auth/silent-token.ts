import type { AuthenticationResult } from '@azure/msal-node'
import type { CacheEntry } from './cache-document.ts'
import { cachePlugin } from './cache-plugin.ts'
import { type AuthContext, msalClient, scopes } from './msal-client.ts'
import type { AuthRequest } from './network-module.ts'
import type { TokenCache } from './token-cache.ts'

/**
 * An access token of an entry of the cache: the stored one while it is good for five minutes more, else, or
 * when `renew` says so, another one by the refresh token. Never shows anything to anybody. Rejects with what
 * MSAL throws.
 */
export async function silentToken(
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
