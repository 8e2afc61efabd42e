import type { Outcome } from './gateway.ts'

/**
 * Reads facts of a tenant and of its accounts, beside Gateway, and changes nothing. Each read answers with what came, in
 * any shape; the caller decides what it means. No method ever rejects for what the network or the service does.
 */
export type TenantReads = {
  /** Where this tenant is served. */
  routing(signal?: AbortSignal): Promise<Read>
  tenant(signal?: AbortSignal): Promise<Read>
  /** Also the harmless test of the operator's rights: without them the service answers 403. */
  batchHistory(signal?: AbortSignal): Promise<Read>
  batch(batchId: string, signal?: AbortSignal): Promise<Read>
  policies(type: PolicyType, signal?: AbortSignal): Promise<Read>
  /** By object ID for certain, by username probably. */
  account(id: string, signal?: AbortSignal): Promise<Read>
  /** Several by username. An account that is missing from the answer may still exist: see `account`. */
  accounts(usernames: readonly string[], signal?: AbortSignal): Promise<Read>
}

export type PolicyType =
  | 'TeamsSipDevicesConfiguration'
  | 'TeamsIPPhonePolicy'
  | 'TeamsCallingPolicy'
  | 'TenantTrustedIPAddress'

/** One read and what came of it. Time in ms; status and correlation ID are absent where nothing was sent. */
export type Read = {
  readonly ms: number
  readonly status?: number
  readonly correlationId?: string
  readonly warning?: string
  /** Of an error, in any of the known shapes. */
  readonly errorCode?: string
  /** The JSON with its keys as they came. */
  readonly answer: Outcome<unknown>
}
