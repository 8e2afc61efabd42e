import type { Tenant } from '../gateway/tenant.ts'
import type { PlannedPhone } from './events.ts'
import type { RunPlan } from './plan.ts'

/** What the operator read and agreed to. Main refuses to start anything else. */
export type Confirmation = {
  readonly tenantId: string
  /** The phones themselves: as many others are not what was agreed to. */
  readonly phones: readonly AgreedPhone[]
  readonly batches: number
}

type AgreedPhone = Pick<PlannedPhone, 'username' | 'hardwareId'>

/** How many accounts lose their password by it: an account on two devices counts once. */
export const accountsIn = ({ phones }: Pick<RunPlan, 'phones'>): number =>
  new Set(phones.map(({ username }) => username.toLowerCase())).size

/** What main is told was agreed to. */
export const confirmationOf = (
  { phones, batches }: Pick<RunPlan, 'phones' | 'batches'>,
  tenant: Pick<Tenant, 'id'>,
): Confirmation => ({
  tenantId: tenant.id,
  phones: phones.map(({ username, hardwareId }) => ({ username, hardwareId })),
  batches: batches.length,
})

/** Whether what would run now is what was agreed to, phone by phone. */
export function isConfirmed(agreed: Confirmation, now: Confirmation): boolean {
  if (agreed.tenantId !== now.tenantId || agreed.batches !== now.batches) return false
  const before = agreed.phones.map(agreedKey).sort()
  const after = now.phones.map(agreedKey).sort()
  return before.length === after.length && before.every((key, index) => key === after[index])
}

const agreedKey = ({ username, hardwareId }: AgreedPhone): string => JSON.stringify([hardwareId, username])
