import { randomBytes } from 'node:crypto'
import type { DirectoryTenant, DirectoryUser } from './directory.ts'

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An unguessable text that says what it is, so that a search finds it wherever it leaks to. */
export const secret = (kind: string): string => `0.MARKED-${kind}-${randomBytes(32).toString('base64url')}`

/**
 * A JWT to look at. Its signature is noise: MSAL Node checks none, it has the tokens straight from the
 * authority over TLS.
 */
const jwt = (kind: string, claims: Record<string, unknown>): string =>
  `${base64url({ typ: 'JWT', alg: 'RS256', kid: 'local' })}.${base64url(claims)}.MARKED-${kind}-${randomBytes(64).toString('base64url')}`

export type Grant = {
  /** What the access token is for. */
  readonly resource: string
  readonly clientId: string
  readonly user: DirectoryUser
  readonly tenant: DirectoryTenant
  readonly nonce?: string
}

/** The answer of the token endpoint, without a refresh token. `lifetimeS` may be negative: already expired. */
export function tokenAnswer(grant: Grant, lifetimeS: number, nowMs: number): Record<string, unknown> {
  const { clientId, resource, user, tenant, nonce } = grant
  const iat = Math.floor(nowMs / 1000)
  const common = { iat, nbf: iat, exp: iat + lifetimeS, tid: tenant.id }
  // A guest has an object of its own in each tenant.
  const oid = tenant === user.home ? user.oid : user.oid.replace(/^.{8}/, tenant.id.slice(0, 8))
  return {
    token_type: 'Bearer',
    scope: `${resource}/.default`,
    expires_in: lifetimeS,
    ext_expires_in: lifetimeS,
    access_token: jwt('access', {
      ...common,
      aud: resource,
      iss: `https://sts.windows.net/${tenant.id}/`,
      appid: clientId,
      oid,
      upn: user.username,
      scp: 'user_impersonation',
      ver: '1.0',
    }),
    id_token: jwt('id', {
      ...common,
      aud: clientId,
      iss: `https://login.microsoftonline.com/${tenant.id}/v2.0`,
      oid,
      sub: randomBytes(16).toString('base64url'),
      name: user.name,
      preferred_username: user.username,
      ver: '2.0',
      ...(nonce && { nonce }),
    }),
    client_info: base64url({ uid: user.oid, utid: user.home.id }),
  }
}
