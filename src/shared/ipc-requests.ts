import type { Region } from './gateway/region.ts'
import type { Sheet } from './phones/sheet.ts'
import type { FixFile } from './readiness/fix-files.ts'
import type { Confirmation } from './run/confirmation.ts'
import type { Decision } from './run/evidence.ts'
import type { SiteFile } from './site/site-files.ts'

export const templateFormats = ['csv', 'xlsx'] as const
export type TemplateFormat = (typeof templateFormats)[number]

export type DroppedFile = { readonly name: string; readonly bytes: Uint8Array }

export type StartRequest = {
  readonly sheet: Sheet
  /** For rows that name no region of their own. */
  readonly region: Region | undefined
  /** Whether phones that were signed in a few days ago are signed in again: see `runMemory`. */
  readonly includeSignedIn: boolean
  /** The rows to sign in, by their numbers; without it all that are ready. */
  readonly rows?: readonly number[]
  /** The run whose phones are tried again, as they were or corrected since. */
  readonly retryOf?: string
  readonly confirmed: Confirmation
}

/** `rows`: those to try again, by their numbers; without it all that failed. `includeSignedIn` as at the start, false without it. */
export type RetryRequest = {
  readonly runId: string
  readonly includeSignedIn?: boolean
  readonly rows?: readonly number[]
  readonly confirmed: Confirmation
}

export type RunRequest = { readonly runId: string }

/** Confirmed is what is still to be submitted: see `stillToSubmit`. */
export type ResumeRequest = { readonly runId: string; readonly confirmed: Confirmation }

/** A batch of the shown run; with its run, so that nobody decides about another than was looked at. */
export type BatchRequest = { readonly runId: string; readonly batch: number }

/** Confirmed is what will be submitted after the decision, the batch itself included if it is sent again. */
export type DecideRequest = BatchRequest & { readonly decision: Decision; readonly confirmed: Confirmation }

/** `reason`: of the hold (see `holdOf`). Confirmed is what is still to be submitted. */
export type AcceptFailuresRequest = {
  readonly runId: string
  readonly reason: string
  readonly confirmed: Confirmation
}

/**
 * `earlier`: other runs of the same list, the earliest first; each row is exported once, as its last run left it. `rows`: the
 * rows to export, by their numbers; without it all.
 */
export type ExportRequest = {
  readonly runId: string
  readonly kind: ExportKind
  readonly earlier?: readonly string[]
  readonly rows?: readonly number[]
}

/** `site`: as the operator calls it, or empty. */
export type ReportSaveRequest = {
  readonly runIds: readonly string[]
  readonly site: string
  readonly format: ReportFormat
}

export const reportFormats = ['pdf', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** `publicIp`: what the operator has typed. `timeServer`: that of DHCP option 42. Both are IPv4 addresses. */
export type SiteCheckRequest = {
  readonly region: Region
  readonly publicIp?: string
  readonly timeServer?: string
}

export type ReadinessRequest = { readonly usernames: readonly string[]; readonly withTenant: boolean }

/** Main writes the script itself, of what it has read: `usernames` are those of the list. */
export type ReadinessSaveRequest = { readonly file: FixFile; readonly usernames: readonly string[] }

/** As the list has them, in canonical form. */
export type InventoryRequest = { readonly hardwareIds: readonly string[] }

export type SiteSaveRequest = { readonly file: SiteFile; readonly content: string }

/** `file`: as a saving channel has answered it. */
export type SavedRequest = { readonly file: string; readonly how: 'open' | 'show' }

export type ExportKind = 'results' | 'failed'
