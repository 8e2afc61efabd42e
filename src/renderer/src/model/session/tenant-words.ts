import type { Tenant } from '../../../../shared/gateway/tenant.ts'
import type { KnownAccount } from '../../../../shared/session.ts'

/** What a tenant is called, and what tells it apart from another of that name. */
export type TenantWords = { readonly name: string; readonly detail: string | undefined }

/** The domain says more than the ID, and the ID is the name until the service tells one. */
export const tenantWords = ({ id, name, domain }: Tenant): TenantWords =>
  words(id, name === id ? undefined : name, domain)

export const accountTenant = ({ tenantId, tenantName, tenantDomain }: KnownAccount): TenantWords =>
  words(tenantId, tenantName === tenantId ? undefined : tenantName, tenantDomain)

function words(id: string, name: string | undefined, domain: string | undefined): TenantWords {
  if (name === undefined || name === domain) {
    return { name: domain ?? id, detail: domain === undefined ? undefined : id }
  }
  return { name, detail: domain ?? id }
}

/** In one line. */
export const tenantLine = ({ name, detail }: TenantWords): string =>
  detail === undefined ? name : `${name} (${detail})`
