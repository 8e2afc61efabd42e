import type { PhoneStatus, RunState } from './run-state.ts'

export type PhoneCounts = Readonly<Record<PhoneStatus, number>>

/** How many phones of the run stand where. Rows left out of the run are not among them. */
export function countPhones(state: RunState): PhoneCounts {
  const counts = { queued: 0, submitting: 0, 'signing in': 0, 'signed in': 0, failed: 0, unknown: 0 }
  for (const { status } of state.phones) counts[status] += 1
  return counts
}

/** How many phones these are, wherever they stand. */
export const totalOf = (counts: PhoneCounts): number =>
  Object.values(counts).reduce((sum, number) => sum + number, 0)
