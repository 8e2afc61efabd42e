import type { SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import type { Region } from '../../shared/gateway/region.ts'
import type { Result } from '../../shared/result.ts'

/** The admin API, as the engine sees it. One implementation: the HTTP client in client.ts. */
export type Gateway = {
  createBatch(
    region: Region,
    phones: readonly BatchPhone[],
    signal?: AbortSignal,
  ): Promise<Outcome<CreatedBatch>>
  batchStatus(batchId: string, signal?: AbortSignal): Promise<Outcome<BatchReport>>
  /** The service's last 30 days. */
  batchSummaries(signal?: AbortSignal): Promise<Outcome<readonly BatchSummary[]>>
  /**
   * Asks for the same, to learn whether the service takes calls of this operator now: by its status alone. A run of many
   * batches asks before each of them, and doesn't read a history that grows with each.
   */
  checkAccess(signal?: AbortSignal): Promise<Outcome<undefined>>
  tenant(signal?: AbortSignal): Promise<Outcome<TenantAnswer>>
}

export type Outcome<Value> = Result<Value, GatewayFailure>

export type BatchPhone = { readonly userName: string; readonly hardwareId: string }

export type CreatedBatch = {
  readonly batchId: string
  readonly itemsCount: number | undefined
  /** What the service warns of although it took the batch. */
  readonly warning?: string
}

export type BatchReport = {
  readonly batchId: string
  readonly batchStatus: string
  readonly items: readonly BatchItem[]
}

export type BatchItem = {
  readonly userName: string
  readonly hardwareId: string
  readonly status: string
  readonly error: string | undefined
}

export type BatchSummary = {
  readonly batchId: string
  readonly itemsCount: number | undefined
  readonly batchStatus: string
  readonly region: string | undefined
  /** ISO 8601 as the service wrote it. */
  readonly requestTime: string | undefined
  readonly userId: string | undefined
}

export type TenantAnswer = {
  readonly id: string
  readonly name: string | undefined
  /** The one to show. */
  readonly domain: string | undefined
  /** All verified ones; none where the answer has none. */
  readonly domains: readonly string[]
}

/**
 * Where access tokens come from. Each caller names its own resource, and sends the tokens only there. A failure
 * (the operator must sign in) is a value. `renew` asks for another token than the one the resource has just refused.
 */
export type TokenProvider = (request: {
  readonly resource: string
  readonly renew: boolean
  readonly signal?: AbortSignal
}) => Promise<Result<string, { readonly kind: SignInFailureKind }>>
