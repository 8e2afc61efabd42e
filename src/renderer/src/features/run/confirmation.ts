import type { Region } from '../../../../shared/gateway/region.ts'
import { regions } from '../../../../shared/gateway/region.ts'
import type { Operator, Tenant } from '../../../../shared/gateway/tenant.ts'
import type { Confirmation } from '../../../../shared/ipc.ts'
import type { RunPlan } from '../../../../shared/run/plan.ts'

/** All the operator has to know before anything is sent. */
export type Question = {
  readonly retry: boolean
  readonly tenant: Tenant
  readonly operator: Operator
  readonly listName: string
  readonly phones: number
  /** Whose password will be reset: an account on two devices counts once. */
  readonly accounts: number
  readonly regions: readonly { readonly region: Region; readonly phones: number; readonly batches: number }[]
  readonly leftOut: number
  /** What main is told was agreed to. */
  readonly confirmed: Confirmation
}

export function askAbout(
  plan: RunPlan,
  about: Pick<Question, 'retry' | 'tenant' | 'operator' | 'listName'>,
): Question {
  return {
    ...about,
    phones: plan.phones.length,
    accounts: new Set(plan.phones.map(({ username }) => username.toLowerCase())).size,
    regions: regions.flatMap((region) => {
      const batches = plan.batches.filter((batch) => batch.region === region)
      if (batches.length === 0) return []
      const phones = batches.reduce((sum, batch) => sum + batch.phones.length, 0)
      return [{ region, phones, batches: batches.length }]
    }),
    leftOut: plan.leftOut.length,
    confirmed: { tenantId: about.tenant.id, phones: plan.phones.length, batches: plan.batches.length },
  }
}
