import type { Guidance } from '../gateway/guidance.ts'
import type { AccountCheck, Judged, JudgedAccount } from './readiness.ts'

/** What readiness reads about a message of the service; undefined where it reads nothing about it. */
export const checkAbout = (code: Guidance['code'] | undefined): AccountCheck | undefined =>
  code === undefined ? undefined : checks[code]

const checks: Partial<Readonly<Record<Guidance['code'], AccountCheck>>> = {
  'user-not-found': 'exists',
  'phone-number-missing': 'number',
  'sip-calling-policy-missing': 'calling-policy',
  'common-area-policy-missing': 'phone-policy',
  'account-disabled': 'enabled',
}

/** When a policy that an account has now was last known to be missing, by check; ISO 8601. */
export type LackedPolicies = { readonly [Check in PolicyCheck]?: string }
export type PolicyCheck = 'phone-policy' | 'calling-policy'

export const policyChecks = ['phone-policy', 'calling-policy'] as const satisfies readonly PolicyCheck[]

/**
 * Whether trying a failed phone again is worth it. `lacking`: the tenant still says what the service said. `arriving`: the
 * tenant has the policy, which was missing at `since`. `there`: what was missing is there. `unread`: the tenant could not be
 * read. `not-asked`: nobody has asked it since.
 */
export type RetryAdvice =
  | { readonly kind: 'lacking' | 'there' | 'unread' | 'not-asked' }
  | { readonly kind: 'arriving'; readonly since: string }

/** How long a policy may take until the service knows it, in ms (Microsoft, "Configure SIP Gateway"). */
const policyTakesMs = 24 * 60 * 60_000

/** `failedAt`: ISO 8601, when the service said that the phone failed; `now` in ms since the epoch. */
export function retryAdvice(
  check: AccountCheck,
  failedAt: string,
  account: JudgedAccount | undefined,
  lacked: LackedPolicies | undefined,
  now: number,
): RetryAdvice {
  const judged = account?.checks.find((one) => one.check === check)
  if (!account || !isReadSince(account, failedAt)) return { kind: 'not-asked' }
  // Nothing else is judged about an account that does not exist.
  if (!judged) return { kind: 'lacking' }
  switch (judged.status) {
    case 'fails':
    case 'may-fail':
      return { kind: 'lacking' }
    case 'unread':
      return { kind: 'unread' }
    case 'ready':
      return arrival(judged, failedAt, lacked, now)
  }
}

/** Facts read before the phone failed say nothing about a retry. */
const isReadSince = ({ checks: [first] }: JudgedAccount, failedAt: string): boolean =>
  first !== undefined && Date.parse(first.at) >= Date.parse(failedAt)

function arrival(
  { check }: Judged<AccountCheck>,
  failedAt: string,
  lacked: LackedPolicies | undefined,
  now: number,
): RetryAdvice {
  if (check !== 'phone-policy' && check !== 'calling-policy') return { kind: 'there' }
  const seen = lacked?.[check]
  const since = seen !== undefined && Date.parse(seen) > Date.parse(failedAt) ? seen : failedAt
  return now - Date.parse(since) < policyTakesMs ? { kind: 'arriving', since } : { kind: 'there' }
}
