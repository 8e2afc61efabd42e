import type { AuthenticationResult } from '@azure/msal-node'
import type { Account } from '../../shared/auth/account.ts'
import { withoutTokens } from '../../shared/text/secrets/without-secrets.ts'

/** The outcome of a way of signing in. */
export type SignedIn = {
  readonly result: AuthenticationResult
  /** MSAL's cache after the sign-in. It holds only this account. Secret. */
  readonly content: string
}

/** The account that signed in, by the ID token; undefined when the answer lacks the account or its tenant. */
export function accountOf({ account, tenantId }: AuthenticationResult): Account | undefined {
  if (!account?.homeAccountId || !tenantId) return undefined
  const { homeAccountId, idTokenClaims } = account
  const username = withoutTokens(account.username)
  const name = account.name && withoutTokens(account.name)
  // Not `localAccountId`: if the token has no `oid`, MSAL fills that from another claim.
  const objectId = idTokenClaims?.oid
  return {
    ...{ id: `${homeAccountId}@${tenantId}`, username, tenantId },
    ...(name && { name }),
    ...(objectId && { objectId }),
  }
}
