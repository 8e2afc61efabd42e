import type { RunState } from './run-state.ts'

/** How much is sent to the service: the passwords of these phones' accounts are reset by it. */
export type Submission = { readonly phones: number; readonly batches: number }

/** What taking up the run would submit: the batches that the service surely has not. */
export function stillToSubmit({ batches }: Pick<RunState, 'batches'>): Submission {
  const unsent = batches.filter(({ stage }) => stage === 'queued' || stage === 'waiting')
  return { phones: unsent.reduce((sum, { phones }) => sum + phones.length, 0), batches: unsent.length }
}
