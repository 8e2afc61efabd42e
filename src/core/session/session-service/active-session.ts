import type { Account } from '../../../shared/auth/account.ts'
import type { CacheKind } from '../../auth/token-cache.ts'
import type { Microsoft } from '../microsoft.ts'
import { describeTenant } from '../microsoft-session.ts'
import type { Tokens } from '../microsoft-sign-in.ts'
import type { TenantSession } from '../tenant-session.ts'
import { createTokenGate, type TokenGate } from '../token-gate.ts'
import type { SessionMemory } from './memory.ts'

/** The session that is open: of an account, or the simulated one. */
export type ActiveSession = {
  session: TenantSession
  readonly left: AbortController
  /** Absent in the simulated tenant. */
  readonly microsoft?: {
    readonly account: Account
    readonly gate: TokenGate
    readonly storage: CacheKind
  }
}

/** Makes no call. `closed` is told once of each renewal that needs the person. */
export async function openActiveSession(options: {
  readonly account: Account
  readonly tokens: Tokens
  readonly microsoft: Pick<Microsoft, 'storage' | 'open'>
  readonly memory: Pick<SessionMemory, 'tenantNames'>
  readonly closed: () => void
}): Promise<ActiveSession> {
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

/** The simulated tenant as the active session: nobody's account, and nothing to renew. */
export const activeSimulation = (session: TenantSession): ActiveSession => ({
  session,
  left: new AbortController(),
})

/** Ends what is under way in a session, and the session itself. */
export async function leave(active: ActiveSession | undefined): Promise<void> {
  active?.left.abort()
  await active?.session.end()
}

/**
 * Asks for the tenant's name, and so for a token before a run needs one. Answers whether more is known
 * of the tenant from now on. A name that arrives after the session has left the tenant is ignored.
 */
export async function nameTenant(
  active: ActiveSession,
  options: { readonly memory: Pick<SessionMemory, 'rememberTenant'>; readonly isStillThere: () => boolean },
): Promise<boolean> {
  const { tenant } = active.session
  const known = await describeTenant(active.session, active.left.signal)
  const { tenant: described } = known
  if (!options.isStillThere() || described === tenant) return false
  options.memory.rememberTenant(tenant.id, {
    name: described.name,
    ...(described.domain !== undefined && { domain: described.domain }),
  })
  active.session = { ...active.session, ...known }
  return true
}
