import { maxPhonesPerBatch } from '../gateway/limits.ts'
import { regions } from '../gateway/region.ts'
import type { PhoneList } from '../phones/phone-list.ts'
import { text } from '../text/index.ts'
import type { LeftOutRow, NotChosenRow, PlannedBatch, PlannedPhone, RunStarted } from './events.ts'

/** What one press of the button will do: which phones in which batches, and which rows are left out. */
export type RunPlan = Pick<RunStarted, 'phones' | 'batches' | 'leftOut' | 'notChosen' | 'others'>

/**
 * Plans the phones of a list, or those of the `chosen` rows: per region, in file order, in as few batches as the service
 * allows, evenly filled. Rows with errors or without a region are left out with the reason, never lost, and neither are
 * those that were not chosen.
 */
export function planRun(list: PhoneList, chosen?: ReadonlySet<number>): RunPlan {
  const reasons = reasonsByRow(list)
  const phones: PlannedPhone[] = []
  const leftOut: LeftOutRow[] = []
  const notChosen: NotChosenRow[] = []
  for (const { row, username, hardwareId, region, status } of list.rows) {
    if (chosen && !chosen.has(row)) notChosen.push({ row, username, hardwareId, ...(region && { region }) })
    else if (status === 'ready' && region) phones.push({ row, username, hardwareId, region })
    else
      leftOut.push({
        row,
        username,
        hardwareId,
        ...(region && { region }),
        reason: reasons.get(row) ?? text.run.noRegion,
      })
  }
  return {
    phones,
    batches: planBatches(phones),
    leftOut,
    ...(notChosen.length > 0 && { notChosen }),
    ...(list.others && { others: list.others }),
  }
}

/** Splits phones into batches of one region each; the batches of a region differ by one phone at most. */
export function planBatches(phones: readonly PlannedPhone[]): readonly PlannedBatch[] {
  return regions.flatMap((region) => {
    const ofRegion = phones.flatMap((phone, index) => (phone.region === region ? [index] : []))
    const count = Math.ceil(ofRegion.length / maxPhonesPerBatch)
    return Array.from({ length: count }, (_, batch) => ({
      region,
      phones: ofRegion.slice(
        Math.ceil((batch * ofRegion.length) / count),
        Math.ceil(((batch + 1) * ofRegion.length) / count),
      ),
    }))
  })
}

function reasonsByRow(list: PhoneList): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>()
  for (const { severity, row, message } of list.issues) {
    if (severity !== 'error' || row === undefined) continue
    const before = reasons.get(row)
    reasons.set(row, before ? `${before} ${message}` : message)
  }
  return reasons
}
