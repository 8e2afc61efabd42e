import type { Account } from '../../shared/auth/account.ts'
import type { Operator } from '../../shared/gateway/tenant.ts'
import type { Session } from '../run/session.ts'
import type { GatewayFactory, Way } from './gateways.ts'
import type { Tokens } from './microsoft-sign-in.ts'
import type { TenantSession } from './tenant-session.ts'

/** What every session of this program has in common. */
export type SessionSetup = {
  readonly gateways: GatewayFactory
  readonly way: () => Way
  /** Of runs. */
  readonly clock: Session['clock']
}

/** A session of somebody signed in to Microsoft; it makes no call until it is used. */
export function openMicrosoftSession(
  { gateways, way, clock }: SessionSetup,
  account: Account,
  tokens: Tokens,
): TenantSession {
  const chosen = way()
  const { gateway, reads, inventory, module, end } = gateways(chosen, {
    tokens: (request) => tokens.token(account.id, request),
    tenantId: account.tenantId,
  })
  return {
    // The service tells its name later; its ID is what URLs and runs need, and stands in the token.
    tenant: { id: account.tenantId, name: account.tenantId, simulated: false },
    operator: operatorOf(account),
    gateway,
    reads,
    inventory,
    clock,
    ...(chosen !== 'direct' && { way: chosen }),
    ...(module && { module }),
    end,
  }
}

const operatorOf = ({ username, objectId }: Account): Operator => ({
  username,
  ...(objectId !== undefined && { objectId }),
})

/** The session's tenant with name and domains, as far as the service tells them; never fails. */
export async function describeTenant(
  { tenant, gateway }: Session,
  signal?: AbortSignal,
): Promise<Pick<Session, 'tenant' | 'verifiedDomains'>> {
  const answer = await gateway.tenant(signal)
  if (!answer.ok || answer.value.id.toLowerCase() !== tenant.id.toLowerCase()) return { tenant }
  const { name, domain, domains } = answer.value
  return {
    tenant: { ...tenant, name: name ?? domain ?? tenant.name, ...(domain !== undefined && { domain }) },
    verifiedDomains: domains,
  }
}
