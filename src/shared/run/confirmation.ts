import type { Tenant } from '../gateway/tenant.ts'
import type { Confirmation } from '../ipc.ts'
import type { RunPlan } from './plan.ts'

/** How many accounts lose their password by it: an account on two devices counts once. */
export const accountsIn = ({ phones }: Pick<RunPlan, 'phones'>): number =>
  new Set(phones.map(({ username }) => username.toLowerCase())).size

/** What main is told was agreed to. */
export const confirmationOf = ({ phones, batches }: RunPlan, tenant: Pick<Tenant, 'id'>): Confirmation => ({
  tenantId: tenant.id,
  phones: phones.length,
  batches: batches.length,
})
