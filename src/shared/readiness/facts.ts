import type { GatewayFailure } from '../gateway/failure.ts'

/**
 * What can be known of a tenant and its accounts before anything is reset. Any source can fill these in: the admin API does
 * in `src/core/readiness`, and one that asks Microsoft's cmdlets fits the same `ReadinessSource`. A source says of each
 * field what it read, or why it could not; it never guesses.
 */
export type Fact<Value> =
  | { readonly read: true; readonly value: Value }
  | { readonly read: false; readonly why: UnreadReason }

/**
 * `absent`: the answer came without it, as in GCC. `odd`: it came in a shape that this version does not know. `stopped`:
 * nobody asked, because the check was stopped before.
 */
export type UnreadReason = GatewayFailure['kind'] | 'absent' | 'odd' | 'stopped'

export const known = <Value>(value: Value): Fact<Value> => ({ read: true, value })

export const unread = (why: UnreadReason): Fact<never> => ({ read: false, why })

/** A policy instance of the tenant; `Global` counts for accounts without an assignment. Names are bare, without `Tag:`. */
export type PolicyInstance = {
  readonly name: string
  /** Whether a phone can sign in with it: SignInMode CommonAreaPhoneSignIn, or AllowSIPDevicesCalling. */
  readonly fits: Fact<boolean>
  /** `user-sign-in`: SignInMode UserSignIn, for people. `no-redirect`: AllowCallRedirect is off. */
  readonly note?: 'user-sign-in' | 'no-redirect'
}

export type TenantFacts = {
  /** ISO 8601: when it was read. */
  readonly at: string
  /** Whether the operator may use bulk sign-in, by asking for its history. */
  readonly rights: Fact<boolean>
  readonly bulkSignIn: Fact<boolean>
  /** How many there are. The addresses of the phones are not known here. */
  readonly trustedAddresses: Fact<number>
  /** In lower case. */
  readonly domains: Fact<readonly string[]>
  readonly phonePolicies: Fact<readonly PolicyInstance[]>
  readonly callingPolicies: Fact<readonly PolicyInstance[]>
}

/** Which policy an account has: the name of an assignment, direct or by group; `Global` where there is none. */
export type AccountPolicy = { readonly name: string; readonly by: 'direct' | 'group' | 'global' }

export type AccountFacts = {
  readonly at: string
  /** False where the tenant was asked for this name alone and has none such. Then nothing below is read. */
  readonly exists: Fact<boolean>
  /** Whether the answer had all that is documented. Where not, nothing in it is certain enough to say that a phone fails. */
  readonly isExpectedShape: boolean
  readonly enabled: Fact<boolean>
  /** AccountType in lower case: user, resourceaccount, guest, sfbonpremuser, ineligibleuser. */
  readonly kind: Fact<string>
  readonly deleted: Fact<boolean>
  readonly teamsPhone: Fact<boolean>
  /** A plan that people have and shared phones do not: audio conferencing. */
  readonly personalPlan: Fact<boolean>
  readonly number: Fact<boolean>
  readonly usageLocation: Fact<boolean>
  readonly synced: Fact<boolean>
  readonly phonePolicy: Fact<AccountPolicy>
  readonly callingPolicy: Fact<AccountPolicy>
}

/** An account of which nothing could be read, or which does not exist. */
export function nothingOf(at: string, exists: Fact<boolean>): AccountFacts {
  const none = unread(exists.read ? 'absent' : exists.why)
  return {
    ...{ at, exists, isExpectedShape: true, enabled: none, kind: none, deleted: none, teamsPhone: none },
    ...{ personalPlan: none, number: none, usageLocation: none, synced: none },
    ...{ phonePolicy: none, callingPolicy: none },
  }
}

/** The facts about a tenant and its accounts, as main sends them to the window. `tenant`: if it was asked for. */
export type ReadinessAnswer = {
  readonly tenantId: string
  readonly tenant?: TenantFacts
  /** By username in lower case; those that were not asked because the check was stopped are missing. */
  readonly accounts: readonly (readonly [string, AccountFacts])[]
}
