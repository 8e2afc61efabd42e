import { maxPhonesPerBatch } from '../gateway/limits.ts'
import { regions } from '../gateway/region.ts'
import type { IssueFact } from '../phones/issue-fact.ts'
import type { ListInTurn } from '../phones/phone-list.ts'
import type { LeftOutRow, NotChosenRow, PlannedBatch, PlannedPhone, RunStarted } from './events.ts'

/** What one press of the button will do: which phones in which batches, and which rows are left out. */
export type RunPlan = Pick<RunStarted, 'phones' | 'batches' | 'leftOut' | 'notChosen' | 'others'>

/**
 * Plans the phones of a list, or of its `chosen` rows: per region, in file order, in as few batches as the service
 * allows, evenly filled. No row is lost: rows with errors or without a region are left out with the reason, and rows
 * that weren't chosen are kept as such.
 */
export function planRun(list: ListInTurn, chosen?: ReadonlySet<number>): RunPlan {
  const issues = errorsByRow(list)
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
        why: issues.has(row) ? { code: 'issues', issues: issues.get(row) ?? [] } : { code: 'no-region' },
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

/** The same phones in batches of at most so many. */
export const inBatchesOf = (plan: RunPlan, size: number): RunPlan =>
  size === maxPhonesPerBatch ? plan : { ...plan, batches: planBatches(plan.phones, size) }

/** Splits phones into batches of one region each; the batches of a region differ by one phone at most. */
export function planBatches(
  phones: readonly PlannedPhone[],
  size: number = maxPhonesPerBatch,
): readonly PlannedBatch[] {
  const byRegion = new Map(regions.map((region) => [region, [] as number[]]))
  for (const [index, { region }] of phones.entries()) byRegion.get(region)?.push(index)
  return [...byRegion].flatMap(([region, ofRegion]) => {
    const count = Math.ceil(ofRegion.length / size)
    return Array.from({ length: count }, (_, batch) => ({
      region,
      phones: ofRegion.slice(
        Math.ceil((batch * ofRegion.length) / count),
        Math.ceil(((batch + 1) * ofRegion.length) / count),
      ),
    }))
  })
}

function errorsByRow(list: ListInTurn): ReadonlyMap<number, readonly IssueFact[]> {
  const errors = new Map<number, IssueFact[]>()
  for (const { row, fact } of list.issues) {
    if (row === undefined || !fact) continue
    const before = errors.get(row)
    if (before) before.push(fact)
    else errors.set(row, [fact])
  }
  return errors
}
