import type { Session } from '../../core/run/session.ts'
import { describeTenant } from '../../core/session/microsoft-session.ts'

/** The session's tenant with its name and domains, as far as the service tells them soon; never fails. */
export const lookUpTenantName = (session: Session): ReturnType<typeof describeTenant> =>
  describeTenant(session, AbortSignal.timeout(session.way === 'powershell' ? patienceOfModule : patience))

/** It is loaded first, and a virus scanner may look at each file of it. In ms. */
const patienceOfModule = 240_000

/** Nobody should wait long for a mere name. In ms. */
const patience = 15_000
