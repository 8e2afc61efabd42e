import type { GatewayFailure, Written } from '../gateway/failure.ts'
import type { Region } from '../gateway/region.ts'
import type { Operator, Tenant } from '../gateway/tenant.ts'
import type { IssueFact } from '../phones/issue-fact.ts'
import type { OtherColumns } from '../phones/sheet.ts'
import type { ClaimsTrouble } from './claims-trouble.ts'

/**
 * A run is a sequence of these events; the reducer turns them into state. The journal holds one event a
 * line. A phone is named by its index in RunStarted.phones, a batch by its index in RunStarted.batches.
 */
export type RunEvent = { readonly seq: number; readonly at: string } & RunHappening

export type RunHappening =
  | RunStarted
  /** Written before the request leaves: one without an outcome after it is an ambiguous submission. */
  | { readonly type: 'BatchSubmitting'; readonly batch: number; readonly attempt: number }
  /** `warning`: what the service warns of although it took the batch. */
  | {
      readonly type: 'BatchSubmitted'
      readonly batch: number
      readonly batchId: string
      readonly warning?: string
    }
  /** The service surely took nothing. With `nextTryAt` the batch is tried again, else its phones failed. */
  | {
      readonly type: 'BatchRefused'
      readonly batch: number
      readonly failure: GatewayFailure
      readonly nextTryAt?: string
    }
  /**
   * No answer tells whether the service took the batch, so it is never submitted again by itself. With `since`, the run did not
   * submit it itself: batches that somebody asked the service for after that moment (ISO 8601) have some of its phones
   * (`batchIds`), as when a copy of this journal was resumed elsewhere.
   */
  | {
      readonly type: 'BatchOutcomeUnknown'
      readonly batch: number
      readonly failure?: GatewayFailure
      readonly since?: string
      readonly batchIds?: readonly string[]
    }
  /** The batch history showed which of its batches this one is. */
  | {
      readonly type: 'BatchAdopted'
      readonly batch: number
      readonly batchId: string
      readonly by: 'evidence' | 'operator'
    }
  /**
   * The operator decided that the service never took the batch: it waits to be submitted again. `ruledOut`: the IDs of
   * the batches that the operator was shown, none of which is it.
   */
  | { readonly type: 'BatchReleased'; readonly batch: number; readonly ruledOut?: readonly string[] }
  /** The operator says that an answer of this kind is the service's refusal: such a batch was never taken. */
  | { readonly type: 'RefusalRecognised'; readonly answer: string }
  /** The operator goes on although half of a batch or more failed for this reason. */
  | { readonly type: 'FailuresAccepted'; readonly reason: string }
  /** Another run has these phones of the batch, so they are no part of it any more. Nothing was sent for them. */
  | { readonly type: 'PhonesLeftOut'; readonly batch: number; readonly phones: readonly PhoneLeftOut[] }
  /** The operator decided not to submit the batch. */
  | { readonly type: 'BatchDiscarded'; readonly batch: number }
  /**
   * Not submitted until the run is resumed, because the app could not tell whether its phones are already in another
   * batch.
   */
  | ({ readonly type: 'BatchPostponed'; readonly batch: number } & WhyPostponed)
  | { readonly type: 'PhonesReported'; readonly batch: number; readonly phones: readonly PhoneReport[] }
  | ({ readonly type: 'BatchFinished'; readonly batch: number } & BatchEnd)
  /** Watching this batch stands still; the service goes on. */
  | {
      readonly type: 'WatchInterrupted'
      readonly batch: number
      readonly failure: GatewayFailure
      readonly nextTryAt?: string
    }
  /** With a batch: its interruption is over. Without: the run is resumed after it was stopped. */
  | { readonly type: 'WatchResumed'; readonly batch?: number }
  | { readonly type: 'WatchStopped'; readonly reason: StopReason }
  | { readonly type: 'RunFinished' }

/**
 * `undecided`: everything else is final; some batch's submission stays unknown. `held`: further batches are not
 * submitted until the operator says so (hold.ts). `unchecked`: some batch was not submitted, because it could not be
 * told whether its phones are in another one. `ended`: added later; the process that watched ended without writing it,
 * as in a crash or a power cut.
 */
export const stopReasons = [
  'operator',
  'closing',
  'undecided',
  'held',
  'unchecked',
  'denied',
  'journal',
  'ended',
] as const
export type StopReason = (typeof stopReasons)[number]

export type RunStarted = {
  readonly type: 'RunStarted'
  /** The journal's format. A reader refuses a newer one by name. */
  readonly format: 1 | 2
  readonly runId: string
  readonly appVersion: string
  readonly tenant: Tenant
  readonly operator: Operator
  readonly listName: string
  /** How the service was reached when the run began; absent: directly. Another way may go on with it. */
  readonly way?: 'powershell'
  /** The run whose phones this one tries again: as they were, or corrected since. */
  readonly retryOf?: string
  readonly phones: readonly PlannedPhone[]
  readonly batches: readonly PlannedBatch[]
  readonly leftOut: readonly LeftOutRow[]
  /** Rows of the list that were not chosen for this run. They stay in the export. */
  readonly notChosen?: readonly NotChosenRow[]
  /** The other columns of the list, for the exports. */
  readonly others?: OtherColumns
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
  readonly why: WhyLeftOut
}

/** A row that the operator did not choose for the run: nothing is wrong with it. */
export type NotChosenRow = Omit<LeftOutRow, 'why'>

/**
 * `issues`: what the check says of the row. `claimed`: another run has the phone. `signed-in`: a run signed it in at that
 * time (ISO 8601). `runId` is that run, `list` the name of its list. `elsewhere`: a batch has the phone that no run of this
 * disk made. `written`: in a journal of format 1, whatever it was.
 */
type WhyLeftOut =
  | { readonly code: 'issues'; readonly issues: readonly IssueFact[] }
  | { readonly code: 'no-region' }
  | ({ readonly code: 'claimed'; readonly claim: Claim; readonly startedAt: string } & OtherRun)
  | ({ readonly code: 'signed-in'; readonly at: string } & OtherRun)
  | SubmittedElsewhere
  | (Written & { readonly claimedBy?: string; readonly signedInAt?: string })

type OtherRun = { readonly runId: string; readonly list: string }

/** `signing in`: not over, or nobody knows how it ended. `requestTime`: ISO 8601 in UTC, as far as the service says. */
export type SubmittedElsewhere = {
  readonly code: 'elsewhere'
  readonly status: 'signed in' | 'signing in'
  readonly batchId: string
  readonly requestTime?: string
}

/**
 * One of these. `failure`: the batch history could not be read. `claims`: nor what other runs have. `written`: in a journal
 * of format 1, whatever it was.
 */
export type WhyPostponed = {
  readonly failure?: GatewayFailure
  readonly claims?: ClaimsTrouble
  readonly written?: string
}

/**
 * How a batch was over. `service`: the service calls it so. `forgotten`: the service knows no such batch any more.
 * `operator`: an unconfirmed submission that the operator has left as it is.
 */
export type BatchEnd =
  | { readonly end: 'service'; readonly serviceStatus: string }
  | { readonly end: 'forgotten'; readonly failure: GatewayFailure }
  | { readonly end: 'operator' }

/** A phone that is left to another run, by index, and what that run has to do with it. */
export type PhoneLeftOut = {
  readonly phone: number
  readonly runId: string
  readonly why: Claim | 'submitted'
}

/**
 * What a run has to do with a phone that no other run may submit meanwhile. `under way`: it was submitted and has not
 * ended; `unconfirmed`: it is not known whether the service took it; `waiting`: it is yet to be submitted. (`submitted`:
 * a run that began later has submitted it, however that ended.)
 */
export const claimKinds = ['under way', 'unconfirmed', 'waiting'] as const
export type Claim = (typeof claimKinds)[number]

/** What the service says of one phone, in its own words, and what that means. */
export type PhoneReport = {
  readonly phone: number
  readonly status: 'signing in' | 'signed in' | 'failed'
  readonly said: string
  readonly error?: string
}
