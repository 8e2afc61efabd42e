import type { Tenant } from '../gateway/tenant.ts'
import type { RunPlan } from './plan.ts'

/** What the operator read and agreed to. Main refuses to start anything else. */
export type Confirmation = {
  readonly tenantId: string
  readonly phones: number
  readonly batches: number
}

/** How many accounts lose their password by it: an account on two devices counts once. */
export const accountsIn = ({ phones }: Pick<RunPlan, 'phones'>): number =>
  new Set(phones.map(({ username }) => username.toLowerCase())).size

/** What main is told was agreed to. */
export const confirmationOf = ({ phones, batches }: RunPlan, tenant: Pick<Tenant, 'id'>): Confirmation => ({
  tenantId: tenant.id,
  phones: phones.length,
  batches: batches.length,
})

/** Whether what would run now is what was agreed to. */
export const isConfirmed = (agreed: Confirmation, now: Confirmation): boolean =>
  agreed.tenantId === now.tenantId && agreed.phones === now.phones && agreed.batches === now.batches
