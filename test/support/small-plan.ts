import { regions } from '../../src/shared/gateway/region.ts'
import type { LeftOutRow, PlannedPhone } from '../../src/shared/run/events.ts'
import type { RunPlan } from '../../src/shared/run/plan.ts'
import { hardwareIdOf } from './run-samples.ts'

/** Batches of a few phones instead of a hundred, and some rows left out: the same logic, many times as quick. */
export function smallPlan(size: number, perBatch: number, below: (limit: number) => number): RunPlan {
  const phones: PlannedPhone[] = []
  const leftOut: LeftOutRow[] = []
  for (let index = 0; index < size; index++) {
    const region = regions[index % regions.length] ?? 'NOAM'
    const row = { row: index + 2, username: `phone${index}@contoso.com`, hardwareId: hardwareIdOf(index) }
    // Never the first: a plan has a phone.
    if (index > 0 && below(8) === 0) leftOut.push({ ...row, why: { code: 'no-region' } })
    else phones.push({ ...row, region })
  }
  const batches = regions.flatMap((region) => {
    const indexes = phones.flatMap((phone, index) => (phone.region === region ? [index] : []))
    return Array.from({ length: Math.ceil(indexes.length / perBatch) }, (_, batch) => ({
      region,
      phones: indexes.slice(batch * perBatch, (batch + 1) * perBatch),
    }))
  })
  return { phones, batches, leftOut }
}
