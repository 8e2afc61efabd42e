import type { GatewayFailure } from '../gateway/failure.ts'
import type { Region } from '../gateway/region.ts'
import type { Operator, Tenant } from '../gateway/tenant.ts'
import type { OtherColumns } from '../phones/sheet.ts'
import type { BatchEnd, LeftOutRow, NotChosenRow, PhoneLeftOut, StopReason, WhyPostponed } from './events.ts'

/**
 * What the screen, the export and the CLI show of a phone in a run. `unknown`: the service never told. `not sent`: it
 * will not be submitted by this run, and surely never was.
 */
export type PhoneStatus =
  | 'queued'
  | 'submitting'
  | 'signing in'
  | 'signed in'
  | 'failed'
  | 'unknown'
  | 'not sent'

/** `in-other-batches`: so many batches of the service have some phones of its batch. */
export type PhoneWhy =
  | { readonly code: 'failure'; readonly failure: GatewayFailure }
  | { readonly code: 'in-other-batches'; readonly batches: number }
  | { readonly code: 'discarded' }
  | { readonly code: 'claimed'; readonly claim: PhoneLeftOut['why']; readonly runId: string }

export type PhoneState = {
  readonly row: number
  readonly username: string
  readonly hardwareId: string
  readonly region: Region
  readonly batch: number
  readonly status: PhoneStatus
  /** The service's own status word, as it came. */
  readonly said?: string
  /** The service's own error text about the phone, or about its batch where that was refused. */
  readonly result?: string
  /** Where the service said nothing: why it failed, was not sent or is unknown. */
  readonly why?: PhoneWhy
  /** When the status last changed (ISO 8601). */
  readonly since: string
}

export const batchStages = [
  'queued',
  'submitting',
  'waiting',
  'open',
  'unknown',
  'refused',
  'finished',
  'not sent',
] as const
export type BatchStage = (typeof batchStages)[number]

export type BatchState = {
  readonly region: Region
  /** Without those that were left to other runs, unless none of them remains. */
  readonly phones: readonly number[]
  readonly stage: BatchStage
  readonly attempts: number
  readonly batchId?: string
  readonly submittingAt?: string
  /** Of one that is unknown, but was not submitted by this run: from when on a batch of the service may be it. */
  readonly since?: string
  /** Of the same: the batches of the service that have some of its phones, or may have. */
  readonly suspects?: readonly string[]
  /** The operator has said which batch of the service it is; its phones may be others. */
  readonly isOperatorsWord?: true
  /** Batches of the service that the operator was shown, and that are not this one. In lower case. */
  readonly ruledOut?: readonly string[]
  /** Why it is not submitted as long as the run is watched now. */
  readonly postponed?: WhyPostponed
  /** When a phone of it last changed, or when it was submitted. */
  readonly changedAt?: string
  /** How it was over. */
  readonly end?: BatchEnd
  /** Why it is refused, waiting or unknown. */
  readonly failure?: GatewayFailure
  readonly nextTryAt?: string
  /** Watching stands still for this reason; undefined while answers come. */
  readonly interruption?: GatewayFailure
}

export type Watching =
  | { readonly kind: 'watching' }
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | { readonly kind: 'finished' }

/** Derived from events by the reducer, and from nothing else. */
export type RunState = {
  readonly runId: string
  readonly tenant: Tenant
  readonly operator: Operator
  readonly listName: string
  readonly retryOf?: string
  readonly startedAt: string
  readonly lastEventAt: string
  readonly lastSeq: number
  readonly watching: Watching
  readonly phones: readonly PhoneState[]
  readonly batches: readonly BatchState[]
  readonly leftOut: readonly LeftOutRow[]
  readonly notChosen?: readonly NotChosenRow[]
  readonly others?: OtherColumns
  /** Kinds of unrecognized answers that the operator takes for the service's refusal. */
  readonly recognisedRefusals: readonly string[]
  /** Reasons of failures in spite of which the operator goes on. */
  readonly acceptedFailures: readonly string[]
}
