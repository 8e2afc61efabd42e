import type { PlannedPhone } from './events.ts'
import { planBatches, type RunPlan } from './plan.ts'
import type { RunState } from './run-state.ts'

/** The failed phones of a run as a new plan. Unknown ones are not failed: their fate is for the operator. */
export function retryPlan(state: RunState): RunPlan {
  const phones = state.phones
    .filter(({ status }) => status === 'failed')
    .map(({ row, username, hardwareId, region }): PlannedPhone => ({ row, username, hardwareId, region }))
  return { phones, batches: planBatches(phones), leftOut: [] }
}
