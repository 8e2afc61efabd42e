import type { PhoneState, RunState } from './run-state.ts'

/** What became of a phone that the service took, and when (ISO 8601). */
export type PhoneOutcome = Pick<PhoneState, 'username' | 'hardwareId'> & {
  readonly status: 'signed in' | 'failed' | 'unknown'
  readonly at: string
}

/** The phones of a run that the service took, as far as something became of them. */
export const outcomesOf = ({ phones, batches }: RunState): readonly PhoneOutcome[] =>
  phones.flatMap(({ username, hardwareId, status, batch, since: at }) =>
    (status === 'signed in' || status === 'failed' || status === 'unknown') &&
    batches[batch]?.batchId !== undefined
      ? [{ username, hardwareId, status, at }]
      : [],
  )
