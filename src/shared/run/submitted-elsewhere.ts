import type { LeftOutRow, PlannedPhone, SubmittedElsewhere } from './events.ts'
import { phoneKeyOf } from './phone-key.ts'
import { planBatches, type RunPlan } from './plan.ts'
import type { BatchElsewhere, RunMemory, SignedInBefore } from './run-memory.ts'

/** A phone of a batch that no run of this disk made, and that did not fail there; `signing in` where that is not over or has no known end. */
export type PhoneElsewhere = Pick<PlannedPhone, 'username' | 'hardwareId'> & {
  readonly status: SubmittedElsewhere['status']
}

/**
 * What the history has of the last day that no run of this disk made. Each phone is in the batch that counts for it, and in
 * no other. `unread`: how many batches there are whose phones nobody could tell.
 */
export type Elsewhere = {
  readonly batches: readonly (BatchElsewhere & { readonly phones: readonly PhoneElsewhere[] })[]
  readonly unread: number
}

export const nothingElsewhere: Elsewhere = { batches: [], unread: 0 }

/** How many phones of a plan somebody else's batch has under way. */
export type ElsewherePart = { readonly batch: BatchElsewhere; readonly phones: number }

/**
 * Removes phones from a plan that somebody else's batch has under way, or whose end there is unknown: their password would be
 * reset during that batch. Plans the batches anew.
 */
export function withoutUnderWayElsewhere(
  plan: RunPlan,
  elsewhere: Elsewhere,
): { readonly plan: RunPlan; readonly parts: readonly ElsewherePart[] } {
  const open = placesOf(elsewhere, 'signing in')
  if (open.size === 0) return { plan, parts: [] }
  const counts = new Map<BatchElsewhere, number>()
  const leftOut: LeftOutRow[] = []
  const phones = plan.phones.filter((phone) => {
    const batch = open.get(phoneKeyOf(phone))
    if (!batch) return true
    counts.set(batch, (counts.get(batch) ?? 0) + 1)
    const { batchId, requestTime } = batch
    const at = requestTime === undefined ? {} : { requestTime }
    leftOut.push({ ...phone, why: { code: 'elsewhere', status: 'signing in', batchId, ...at } })
    return false
  })
  if (leftOut.length === 0) return { plan, parts: [] }
  return {
    plan: {
      ...plan,
      phones,
      batches: planBatches(phones),
      leftOut: [...plan.leftOut, ...leftOut].toSorted((a, b) => a.row - b.row),
    },
    parts: [...counts].map(([batch, number]) => ({ batch, phones: number })),
  }
}

/** The run memory of phones, and which of them somebody else's batch has signed in. */
export function withElsewhere(memory: RunMemory, elsewhere: Elsewhere): RunMemory {
  const signedIn = placesOf(elsewhere, 'signed in')
  if (signedIn.size === 0) return memory
  return {
    of(phone): SignedInBefore | undefined {
      const known = memory.of(phone)
      if (known) return known
      const batch = signedIn.get(phoneKeyOf(phone))
      return batch && { batch }
    },
  }
}

function placesOf(
  { batches }: Elsewhere,
  status: SubmittedElsewhere['status'],
): ReadonlyMap<string, BatchElsewhere> {
  const places = new Map<string, BatchElsewhere>()
  for (const { phones, ...batch } of batches)
    for (const phone of phones) if (phone.status === status) places.set(phoneKeyOf(phone), batch)
  return places
}
