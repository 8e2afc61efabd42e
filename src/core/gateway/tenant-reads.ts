import type { Outcome } from './gateway.ts'

/**
 * What a tenant can be asked for without changing anything in it, beside Gateway: facts of the tenant and of its accounts.
 * Each read answers with what came, in whatever shape; who asks decides what it means. No method ever rejects for what the
 * network or the service does.
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
  /** Several by username. An account that the answer does not have may exist all the same: see `account`. */
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
