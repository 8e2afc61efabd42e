import type { GatewayFailure } from '../gateway/failure.ts'
import type { ModuleFacts } from '../powershell/module-facts.ts'

/** What a test of a tenant asks for, in this order. */
export const checkIds = [
  'routing',
  'tenant',
  'batch-history',
  'latest-batch',
  'sip-devices',
  'phone-policies',
  'calling-policies',
  'trusted-addresses',
  'operator-account',
] as const
export type CheckId = (typeof checkIds)[number]

/**
 * A test of a tenant: what each read answered, without any value of it but those that `ShownValues` lets through. Plain
 * data: it crosses IPC and is printed as JSON.
 */
export type DoctorReport = {
  /** ISO 8601. */
  readonly at: string
  readonly appVersion: string
  /** Empty where it is not known. */
  readonly tenantId: string
  readonly simulated: boolean
  /** By Microsoft's module; absent for directly. */
  readonly way?: 'powershell'
  /** Of that module, where it was loaded. */
  readonly module?: ModuleFacts
  readonly checks: readonly Check[]
}

export type Check = {
  readonly id: CheckId
  /** With `{…}` in the place of IDs. */
  readonly request: string
  readonly status?: number
  readonly ms?: number
  readonly correlationId?: string
  /** Masked, as `said`. */
  readonly warning?: string
  /** As the answer writes them. */
  readonly present: readonly string[]
  /** As they are documented. */
  readonly missing: readonly string[]
  readonly added: readonly AddedKey[]
  /** How many more there were. */
  readonly addedMore: number
  readonly values: readonly ShownValues[]
  readonly outcome: CheckOutcome
}

/** A key that is not known, or a mask where it may be a name; and of what kind its value is. */
export type AddedKey = { readonly key: string; readonly kind: JsonKind }

export type JsonKind = 'text' | 'number' | 'true/false' | 'list' | 'object' | 'null'

/** The different values of one key, as words, forms or masks, and how often each came. */
export type ShownValues = { readonly key: string; readonly values: readonly (readonly [string, number])[] }

export type CheckOutcome =
  | { readonly kind: 'expected' }
  /** The service answers in another shape, or for another tenant. */
  | { readonly kind: 'differs'; readonly how: 'missing-keys' | 'other-shape' | 'other-tenant' }
  /** The answer is as expected; the tenant is not prepared. */
  | { readonly kind: 'unprepared'; readonly what: Unprepared }
  | {
      readonly kind: 'failed'
      readonly failure: GatewayFailure['kind']
      /** The service's own code, where it is no name. */
      readonly code?: string
      /** The service's own sentence, with masks in the place of words that are not known. */
      readonly said?: string
    }
  | { readonly kind: 'skipped'; readonly why: 'no-batch' | 'no-account' | 'after-failure' | 'no-route' }

export type Unprepared = 'bulk-sign-in-off' | 'no-phone-policy' | 'no-calling-policy' | 'no-trusted-address'
