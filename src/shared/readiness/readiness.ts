import type { UnreadReason } from './facts.ts'

export const readinessStatuses = ['fails', 'may-fail', 'unread', 'ready'] as const
export type ReadinessStatus = (typeof readinessStatuses)[number]

/** In the order in which their outcomes are told: what may harm a person first. */
export const accountChecks = [
  'person',
  'exists',
  'enabled',
  'kind',
  'domain',
  'licence',
  'number',
  'phone-policy',
  'calling-policy',
  'usage-location',
  'on-premises',
] as const
export type AccountCheck = (typeof accountChecks)[number]

export type TenantCheck = 'rights' | 'bulk-sign-in' | 'trusted-addresses'

/** The outcome of one check, without words: `checkWords` makes them where it is shown. */
export type Judged<Check extends string> = {
  readonly check: Check
  readonly status: ReadinessStatus
  /** ISO 8601: when the facts were read. */
  readonly at: string
  /** Of `unread`. */
  readonly why?: UnreadReason
  /** The value that was read, where it tells more than the status: a policy, a domain, a kind of account, a `PersonSign`. */
  readonly value?: string
  /** An extra note: calls are not forwarded. */
  readonly note?: 'no-redirect'
}

/** Why an account may be a person's: its name, a plan that people have, a policy that somebody assigned for signing in as a user. */
export type PersonSign = 'name' | 'plan' | 'policy'

export type JudgedAccount = {
  /** The worst of its checks. */
  readonly status: ReadinessStatus
  readonly checks: readonly Judged<AccountCheck>[]
}

/** Fails comes first, then may-fail, unread and ready. Without any check nothing is known. */
export const worstOf = (checks: readonly { readonly status: ReadinessStatus }[]): ReadinessStatus =>
  readinessStatuses.find((status) => checks.some((check) => check.status === status)) ?? 'unread'
