import type { Account } from '../../shared/auth/account.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import type { Operator, Tenant } from '../../shared/gateway/tenant.ts'
import type { Authenticator } from '../auth/authenticator.ts'
import type { Clock } from '../clock/clock.ts'
import { serviceBaseUrl } from '../gateway/address.ts'
import type { CallRecord } from '../gateway/call.ts'
import { createGateway } from '../gateway/client.ts'
import type { Fetch } from '../network/fetch.ts'
import type { Session } from '../run/session.ts'

/** A session of somebody signed in to Microsoft; it makes no call until it is used. */
export function openMicrosoftSession(options: {
  readonly authenticator: Pick<Authenticator, 'token'>
  readonly account: Account
  readonly fetch: Fetch
  readonly clock: Clock
  readonly userAgent: string
  /** Told of each token that could not be had without the operator, or at all. */
  readonly onTokenFailure?: (failure: SignInFailure) => void
  readonly onCall?: (call: CallRecord) => void
  /** Anything but the service itself is a stand-in on this machine, for tests. */
  readonly baseUrl?: string
}): Session {
  const { authenticator, account, fetch, clock, userAgent, onTokenFailure, onCall } = options
  const gateway = createGateway({
    baseUrl: options.baseUrl ?? serviceBaseUrl,
    fetch,
    userAgent,
    ...(onCall && { onCall }),
    async tokens(request) {
      const token = await authenticator.token(account.id, request)
      if (!token.ok && token.failure.kind !== 'cancelled') onTokenFailure?.(token.failure)
      return token
    },
  })
  return {
    // The service tells its name later; its ID is what URLs and runs need, and stands in the token.
    tenant: { id: account.tenantId, name: account.tenantId, simulated: false },
    operator: operatorOf(account),
    gateway,
    clock,
    end: async () => {},
  }
}

const operatorOf = ({ username, objectId }: Account): Operator => ({
  username,
  ...(objectId !== undefined && { objectId }),
})

/** The session's tenant with name and domain, as far as the service tells them; never fails. */
export async function describeTenant({ tenant, gateway }: Session, signal?: AbortSignal): Promise<Tenant> {
  const answer = await gateway.tenant(signal)
  if (!answer.ok || answer.value.id.toLowerCase() !== tenant.id.toLowerCase()) return tenant
  const { name, domain } = answer.value
  return { ...tenant, name: name ?? domain ?? tenant.name, ...(domain !== undefined && { domain }) }
}
