import { randomUUID } from 'node:crypto'
import type { INetworkModule } from '@azure/msal-node'
import { z } from 'zod'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { isTenantId } from '../../shared/gateway/tenant.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { startCallTrace } from './call-trace.ts'
import { failureOf } from './failure.ts'
import { type AuthContext, authorityOf, type Registration } from './msal-client.ts'
import { networkModule } from './network-module.ts'

/**
 * Asks the authority for its configuration before the app sends a person there. This finds a tenant that does not
 * exist, a network that blocks, and a wrong clock. The browser would show these, if at all, on a page that never
 * returns to the app. Answers the tenant's ID; undefined when no tenant was named or the answer has none. Rejects like
 * the network, also for a refusal.
 */
export async function lookUpTenant(
  registration: Registration,
  network: INetworkModule,
  tenant: string | undefined,
): Promise<string | undefined> {
  const url = `${authorityOf(registration, tenant)}/v2.0/.well-known/openid-configuration`
  const { body } = await network.sendGetRequestAsync<unknown>(url)
  const { issuer } = configuration.parse(body)
  // Entra writes the ID even when asked by domain, and `{tenantid}` for organizations.
  const id = new URL(issuer).pathname.split('/')[1]
  return id !== undefined && isTenantId(id) ? id.toLowerCase() : undefined
}

/** The ID of a tenant, by its domain. An ID is returned as it is, without a call. Needs no sign-in. */
export async function findTenantId(
  context: AuthContext,
  tenant: string,
): Promise<Result<string, SignInFailure>> {
  if (isTenantId(tenant)) return succeed(tenant)
  const { wire, clientId, authorityHost } = context
  const correlationId = randomUUID()
  const trace = startCallTrace()
  const network = networkModule(wire, { signal: new AbortController().signal, trace, correlationId })
  try {
    const found = await lookUpTenant(context, network, tenant)
    if (found !== undefined) return succeed(found)
    throw new Error('The answer names no tenant')
  } catch (error) {
    const now = wire.clock.now()
    return fail(
      failureOf(error, { way: 'silent', trace, clientId, authorityHost, tenant, correlationId, now }),
    )
  }
}

const configuration = z.object({ issuer: z.url() })
