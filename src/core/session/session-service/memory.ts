import type { Tenant } from '../../../shared/gateway/tenant.ts'

/** The memory between two starts, without the tokens. */
export type SessionMemory = {
  /** To sign in to, when no other is asked for. */
  tenantToSignInTo(): string | undefined
  lastAccount(): string | undefined
  rememberAccount(accountId: string | undefined): void
  tenantNames(tenantId: string): TenantNames | undefined
  rememberTenant(tenantId: string, names: TenantNames): void
}

export type TenantNames = Pick<Tenant, 'name' | 'domain'>
