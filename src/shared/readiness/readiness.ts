import type { UnreadReason } from './facts.ts'

const readinessStatuses = ['fails', 'may-fail', 'unread', 'ready'] as const
export type ReadinessStatus = (typeof readinessStatuses)[number]

export type AccountCheck =
  | 'exists'
  | 'enabled'
  | 'kind'
  | 'domain'
  | 'licence'
  | 'number'
  | 'phone-policy'
  | 'calling-policy'
  | 'usage-location'
  | 'on-premises'
  | 'person'

export type TenantCheck = 'rights' | 'bulk-sign-in' | 'trusted-addresses'

/** The outcome of one check, without words: `checkWords` makes them where it is shown. */
export type Judged<Check extends string> = {
  readonly check: Check
  readonly status: ReadinessStatus
  /** ISO 8601: when the facts were read. */
  readonly at: string
  /** Of `unread`. */
  readonly why?: UnreadReason
  /** The value that was read, where it tells more than the status: a policy, a domain, a kind of account. */
  readonly value?: string
}

export type JudgedAccount = {
  /** The worst of its checks. */
  readonly status: ReadinessStatus
  readonly checks: readonly Judged<AccountCheck>[]
}

/** fails, then may-fail, then unread, then ready. Without any check nothing is known. */
export const worstOf = (checks: readonly { readonly status: ReadinessStatus }[]): ReadinessStatus =>
  readinessStatuses.find((status) => checks.some((check) => check.status === status)) ?? 'unread'
