import { assertNever } from '../assert-never.ts'
import type { Claim } from './events.ts'
import type { PhoneState, RunState } from './run-state.ts'

/** A phone that no other run of the tenant submits, and why. */
export type ClaimedPhone = Pick<PhoneState, 'username' | 'hardwareId'> & { readonly claim: Claim }

/**
 * The phones that a run keeps for itself. `isReadOnly`: the rest of its journal cannot be read, so the phones that it had
 * not submitted may have been submitted since.
 */
export const claimsOf = (state: RunState, isReadOnly = false): readonly ClaimedPhone[] =>
  state.phones.flatMap((phone) => {
    const claim = claimOn(state, phone, isReadOnly)
    return claim ? [{ username: phone.username, hardwareId: phone.hardwareId, claim }] : []
  })

/** What the run has to do with one of its phones; undefined where another run may submit it. */
export function claimOn(
  { batches }: Pick<RunState, 'batches'>,
  { batch, status }: Pick<PhoneState, 'batch' | 'status'>,
  isReadOnly = false,
): Claim | undefined {
  if (status === 'signed in' || status === 'failed' || status === 'not sent') return undefined
  const { stage = 'finished' } = batches[batch] ?? {}
  switch (stage) {
    case 'queued':
    case 'waiting':
      return isReadOnly ? 'unconfirmed' : 'waiting'
    case 'submitting':
    case 'open':
      return isReadOnly ? 'unconfirmed' : 'under way'
    case 'unknown':
      return 'unconfirmed'
    case 'refused':
    case 'finished':
    case 'not sent':
      return undefined
    default:
      return assertNever(stage)
  }
}
