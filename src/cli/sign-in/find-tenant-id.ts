import { randomUUID } from 'node:crypto'
import { startCallTrace } from '../../core/auth/call-trace.ts'
import { failureOf } from '../../core/auth/failure.ts'
import type { Registration } from '../../core/auth/msal-client.ts'
import { networkModule } from '../../core/auth/network-module.ts'
import { lookUpTenant } from '../../core/auth/tenant-lookup.ts'
import type { Clock } from '../../core/clock/clock.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { isTenantId } from '../../shared/gateway/tenant.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { createKnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import { userAgent } from '../user-agent.ts'

/**
 * The ID of a tenant that is named by a domain; an ID is taken as it is, without a call. Anybody may ask
 * Microsoft for it, no sign-in is needed.
 */
export async function findTenantId(
  registration: Registration,
  clock: Clock,
  tenant: string,
): Promise<Result<string, SignInFailure>> {
  if (isTenantId(tenant)) return succeed(tenant)
  const correlationId = randomUUID()
  const trace = startCallTrace()
  const secrets = createKnownSecrets()
  const wire = { fetch, clock, userAgent, callLimitMs: 20_000, secrets, onCall: () => {} }
  const authRequest = { signal: new AbortController().signal, trace, correlationId }
  try {
    const found = await lookUpTenant(registration, networkModule(wire, authRequest), tenant)
    if (found !== undefined) return succeed(found)
    throw new Error('The answer names no tenant')
  } catch (error) {
    const attempt = {
      way: 'silent',
      trace,
      ...registration,
      tenant,
      correlationId,
      now: clock.now(),
    } as const
    return fail(failureOf(error, attempt))
  }
}
