import type { AuthenticationResult } from '@azure/msal-node'
import type { Account } from '../../shared/auth/account.ts'
import { withoutTokens } from '../../shared/text/secrets/without-secrets.ts'

/** What a way of signing in brings. */
export type SignedIn = {
  readonly result: AuthenticationResult
  /** MSAL's cache after it, which knows nobody else. Secret. */
  readonly content: string
}

/** Who signed in, by the ID token; undefined when the answer does not say who and where. */
export function accountOf({ account, tenantId }: AuthenticationResult): Account | undefined {
  if (!account?.homeAccountId || !tenantId) return undefined
  const { homeAccountId, idTokenClaims } = account
  const username = withoutTokens(account.username)
  const name = account.name && withoutTokens(account.name)
  // Not `localAccountId`: where a token names no object, MSAL takes another claim for it.
  const objectId = idTokenClaims?.oid
  return {
    ...{ id: `${homeAccountId}@${tenantId}`, username, tenantId },
    ...(name && { name }),
    ...(objectId && { objectId }),
  }
}
