import type { GatewayFailure } from '../gateway/failure.ts'
import type { Region } from '../gateway/region.ts'
import type { Operator, Tenant } from '../gateway/tenant.ts'

/**
 * A run is a sequence of these events; the reducer turns them into state. The journal holds one event a
 * line. A phone is named by its index in RunStarted.phones, a batch by its index in RunStarted.batches.
 */
export type RunEvent = { readonly seq: number; readonly at: string } & RunHappening

export type RunHappening =
  | RunStarted
  /** Written before the request leaves: one without an outcome after it is an ambiguous submission. */
  | { readonly type: 'BatchSubmitting'; readonly batch: number; readonly attempt: number }
  | { readonly type: 'BatchSubmitted'; readonly batch: number; readonly batchId: string }
  /** The service surely took nothing. With `nextTryAt` the batch is tried again, else its phones failed. */
  | {
      readonly type: 'BatchRefused'
      readonly batch: number
      readonly failure: GatewayFailure
      readonly nextTryAt?: string
    }
  /** No answer that tells whether the service took the batch. Never submitted again by itself. */
  | { readonly type: 'BatchOutcomeUnknown'; readonly batch: number; readonly failure?: GatewayFailure }
  /** The service's own record showed which of its batches this one is. */
  | {
      readonly type: 'BatchAdopted'
      readonly batch: number
      readonly batchId: string
      readonly by: 'evidence' | 'operator'
    }
  /** The operator decided that the service never took the batch: it waits to be submitted again. */
  | { readonly type: 'BatchReleased'; readonly batch: number }
  /** The operator says that an answer of this kind is the service's refusal: such a batch was never taken. */
  | { readonly type: 'RefusalRecognised'; readonly answer: string }
  /** The operator goes on although half of a batch or more failed for this reason. */
  | { readonly type: 'FailuresAccepted'; readonly reason: string }
  | { readonly type: 'PhonesReported'; readonly batch: number; readonly phones: readonly PhoneReport[] }
  | { readonly type: 'BatchFinished'; readonly batch: number; readonly serviceStatus: string }
  /** Watching this batch stands still; the service goes on. */
  | {
      readonly type: 'WatchInterrupted'
      readonly batch: number
      readonly failure: GatewayFailure
      readonly nextTryAt?: string
    }
  /** With a batch: its interruption is over. Without: the run is watched again after it was stopped. */
  | { readonly type: 'WatchResumed'; readonly batch?: number }
  | { readonly type: 'WatchStopped'; readonly reason: StopReason }
  | { readonly type: 'RunFinished' }

/**
 * `undecided`: all that could be settled is; some batch's submission stays unknown. `held`: further batches are not
 * submitted until the operator says so (hold.ts). `ended`: found afterwards; whoever watched ended without a word, as in
 * a crash or a power cut.
 */
export const stopReasons = ['operator', 'closing', 'undecided', 'held', 'denied', 'journal', 'ended'] as const
export type StopReason = (typeof stopReasons)[number]

export type RunStarted = {
  readonly type: 'RunStarted'
  /** The journal's format. A reader refuses a newer one by name. */
  readonly format: 1
  readonly runId: string
  readonly appVersion: string
  readonly tenant: Tenant
  readonly operator: Operator
  readonly listName: string
  /** The run whose failed phones this one tries again. */
  readonly retryOf?: string
  readonly phones: readonly PlannedPhone[]
  readonly batches: readonly PlannedBatch[]
  readonly leftOut: readonly LeftOutRow[]
}

export type PlannedPhone = {
  readonly row: number
  readonly username: string
  readonly hardwareId: string
  readonly region: Region
}

/** At most 100 phones of one region, by index. */
export type PlannedBatch = { readonly region: Region; readonly phones: readonly number[] }

/** A row of the file that is no part of the run, and why: it stays in view and in the export. */
export type LeftOutRow = {
  readonly row: number
  readonly username: string
  readonly hardwareId: string
  readonly region?: Region
  readonly reason: string
}

/** What the service says of one phone, in its own words, and what that means. */
export type PhoneReport = {
  readonly phone: number
  readonly status: 'signing in' | 'signed in' | 'failed'
  readonly said: string
  readonly error?: string
}
