import type { Account } from '../../../shared/auth/account.ts'
import type { CacheKind } from '../../auth/token-cache.ts'
import type { Session } from '../../run/session.ts'
import type { Microsoft, Tokens } from '../microsoft.ts'
import { describeTenant } from '../microsoft-session.ts'
import { createTokenGate, type TokenGate } from '../token-gate.ts'
import type { SessionMemory } from './memory.ts'

/** Where one works: in the tenant of an account, or in the simulated one. */
export type Place = {
  session: Session
  readonly left: AbortController
  /** Absent in the simulated tenant. */
  readonly microsoft?: {
    readonly account: Account
    readonly gate: TokenGate
    readonly storage: CacheKind
  }
}

/** Makes no call. `closed` is told once of each renewal that needs the person. */
export async function openPlace(options: {
  readonly account: Account
  readonly tokens: Tokens
  readonly microsoft: Pick<Microsoft, 'storage' | 'open'>
  readonly memory: Pick<SessionMemory, 'tenantNames'>
  readonly closed: () => void
}): Promise<Place> {
  const { account, tokens, microsoft, memory, closed } = options
  const storage = await microsoft.storage()
  const gate = createTokenGate(tokens, closed)
  const session = microsoft.open(account, gate)
  const tenant = { ...session.tenant, ...memory.tenantNames(account.tenantId) }
  return {
    session: { ...session, tenant },
    left: new AbortController(),
    microsoft: { account, gate, storage },
  }
}

/** The simulated tenant as a place: nobody's account, and nothing to renew. */
export const simulatedPlace = (session: Session): Place => ({ session, left: new AbortController() })

/** Ends what is under way in a place, and its session. */
export async function leave(place: Place | undefined): Promise<void> {
  place?.left.abort()
  await place?.session.end()
}

/**
 * Asks for the tenant's name, and so for a token before a run needs one. Answers whether the tenant is called
 * otherwise from now on. A name that comes when one is not there any more is of no use.
 */
export async function nameTenant(
  place: Place,
  options: { readonly memory: Pick<SessionMemory, 'rememberTenant'>; readonly isStillThere: () => boolean },
): Promise<boolean> {
  const { tenant } = place.session
  const described = await describeTenant(place.session, place.left.signal)
  if (!options.isStillThere() || described === tenant) return false
  options.memory.rememberTenant(tenant.id, {
    name: described.name,
    ...(described.domain !== undefined && { domain: described.domain }),
  })
  if (described.name === tenant.name && described.domain === tenant.domain) return false
  place.session = { ...place.session, tenant: described }
  return true
}
