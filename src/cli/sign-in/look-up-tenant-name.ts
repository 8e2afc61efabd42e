import type { Session } from '../../core/run/session.ts'
import { describeTenant } from '../../core/session/microsoft-session.ts'
import type { Tenant } from '../../shared/gateway/tenant.ts'

/** The session's tenant with its name, as far as the service tells it soon; never fails. */
export const lookUpTenantName = (session: Session): Promise<Tenant> =>
  describeTenant(session, AbortSignal.timeout(patience))

/** Nobody should wait long for a mere name. In ms. */
const patience = 15_000
