import type { PhoneReport } from './events.ts'

/** A batch in the history. */
export type HistoryBatch = {
  readonly batchId: string
  readonly batchStatus: string
  /** As far as the service says. */
  readonly phones?: number
  readonly region?: string
  /** ISO 8601 as the service wrote it. */
  readonly requestTime?: string
  /** Entra's ID of who asked for it. */
  readonly userId?: string
  /** The run on this disk that has it; absent when it was made elsewhere. */
  readonly runId?: string
}

/** A phone of such a batch; `said` and `error` in the service's own words. */
export type HistoryPhone = {
  readonly username: string
  readonly hardwareId: string
} & Pick<PhoneReport, 'status' | 'said' | 'error'>
