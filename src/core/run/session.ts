import type { Operator, Tenant } from '../../shared/gateway/tenant.ts'
import type { Clock } from '../clock/clock.ts'
import type { Gateway } from '../gateway/gateway.ts'

/** Somebody signed in to a tenant: what a run needs to know of it. The token stays behind the gateway. */
export type Session = {
  readonly tenant: Tenant
  /** The domains that usernames of the tenant can have; absent while they are not known, and in the simulated tenant. */
  readonly verifiedDomains?: readonly string[]
  readonly operator: Operator
  readonly gateway: Gateway
  readonly clock: Clock
  /** Where it is not the direct one. */
  readonly way?: 'powershell'
  end(): Promise<void>
}
