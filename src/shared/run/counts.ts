import type { PhoneState, PhoneStatus, RunState } from './run-state.ts'

export type PhoneCounts = Readonly<Record<PhoneStatus, number>>

/** What came of all phones and rows that a run was asked to sign in. */
export type RunEnd = {
  /** Nothing of it was real. */
  readonly simulated: boolean
  /** All of the run and those left out of it, but for those that were signed in before. */
  readonly all: number
  readonly signedIn: number
  readonly failed: number
  readonly unknown: number
  /** Never submitted: left out of the run, or taken out of it later. */
  readonly notSent: number
  /** Left out because a run of the last days had signed them in. */
  readonly before: number
}

export const noPhones: PhoneCounts = {
  queued: 0,
  submitting: 0,
  'signing in': 0,
  'signed in': 0,
  failed: 0,
  unknown: 0,
  'not sent': 0,
}

/** How many phones of the run stand where. Rows left out of the run are not among them. */
export function countPhones(state: RunState): PhoneCounts {
  const counts = { ...noPhones }
  for (const { status } of state.phones) counts[status] += 1
  return counts
}

/** How many phones these are, wherever they stand. */
export const totalOf = (counts: PhoneCounts): number =>
  Object.values(counts).reduce((sum, number) => sum + number, 0)

/** How many phones of the run have nothing more to come. */
export function countFinal(state: RunState, counts: PhoneCounts = countPhones(state)): number {
  const { 'signed in': signedIn, failed, 'not sent': notSent, unknown } = counts
  const known = signedIn + failed + notSent
  // Only of those that are unknown it depends on the batch.
  return unknown === 0
    ? known
    : known + state.phones.filter((phone) => phone.status === 'unknown' && isFinal(state, phone)).length
}

/** Whether nothing more will happen to any batch. */
export const isThrough = ({ batches }: Pick<RunState, 'batches'>): boolean =>
  batches.every(({ stage }) => stage === 'finished' || stage === 'refused' || stage === 'not sent')

/** A phone is unknown for good only once its batch is: in an unconfirmed submission it can still be found, or sent again. */
export function isFinal({ batches }: RunState, { status, batch }: PhoneState): boolean {
  if (status === 'unknown') return batches[batch]?.stage !== 'unknown'
  return status === 'signed in' || status === 'failed' || status === 'not sent'
}
