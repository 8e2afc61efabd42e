/** A batch in the history that may be the one whose submission got no answer. */
export type Candidate = {
  readonly batchId: string
  /** When the service says it was asked for (ISO 8601); absent where it does not say. */
  readonly requestTime?: string
  /** Whom the service names as having asked for it, as it came; of no weight for what it is taken for. */
  readonly userId?: string
  /** Who that is, where it is known. */
  readonly requestedBy?: Requester
  readonly batchStatus: string
  /** How many phones it has. */
  readonly size: number
  /** How many of them are phones of the unconfirmed submission. */
  readonly matching: number
  /** Exactly the phones of the unconfirmed submission, no more and no fewer. */
  readonly isExact: boolean
  /** The service lists it, but cannot tell its phones: `matching` says nothing. */
  readonly isUnread?: true
  /** By this computer's clock it was asked for before the unconfirmed batch was submitted. */
  readonly isEarlier: boolean
}

/** `you`: the signed-in operator; `run-operator`: the one who started the run. */
export type Requester = 'you' | 'run-operator' | 'somebody-else'

/** What the operator makes of an unconfirmed submission. */
export type Decision =
  /** This is it: watch it. */
  | { readonly kind: 'adopt'; readonly batchId: string }
  /** The service never took it: submit it again. */
  | { readonly kind: 'submit-again' }
  /** The service refused it, as an answer of this kind says: it was never taken. */
  | { readonly kind: 'refused' }
  /** Leave its phones unknown and let the run end. */
  | { readonly kind: 'leave' }

/** The operator's decision about a batch of a run, by its index. */
export type Resolution = { readonly batch: number; readonly decision: Decision }
