import type { PlannedBatch, PlannedPhone } from './events.ts'
import type { RunPlan } from './plan.ts'
import type { RunState } from './run-state.ts'

/**
 * What taking up the run would submit, as a plan of its own; `stillToSubmit` counts it. Unconfirmed submissions that
 * are to be submitted once more (`again`, by index) are part of it.
 */
export function unsentPlan({ phones, batches }: RunState, again: readonly number[] = []): RunPlan {
  const planned: PlannedPhone[] = []
  const unsent: PlannedBatch[] = []
  for (const [index, batch] of batches.entries()) {
    if (batch.stage !== 'queued' && batch.stage !== 'waiting' && !again.includes(index)) continue
    const first = planned.length
    for (const place of batch.phones) {
      const phone = phones[place]
      if (!phone) continue
      const { row, username, hardwareId, region } = phone
      planned.push({ row, username, hardwareId, region })
    }
    unsent.push({ region: batch.region, phones: planned.slice(first).map((_, place) => first + place) })
  }
  return { phones: planned, batches: unsent, leftOut: [] }
}
