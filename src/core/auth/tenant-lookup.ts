import type { INetworkModule } from '@azure/msal-node'
import { z } from 'zod'
import { isTenantId } from '../../shared/gateway/tenant.ts'
import { authorityOf, type Registration } from './msal-client.ts'

/**
 * Asks the authority about itself before a person is sent to it. A tenant that does not exist, a network that
 * does not let through, a wrong clock: the browser would show those, if at all, on a page that never returns
 * to the app. Answers the tenant's ID; undefined when no tenant was named or the answer has none. Rejects like
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

const configuration = z.object({ issuer: z.url() })
