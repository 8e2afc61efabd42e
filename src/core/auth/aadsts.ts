import type { SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'
import type { text } from '../../shared/text/index.ts'

/** The meaning of a refusal of Microsoft's here, and the words for it. */
export type Meaning = {
  readonly kind: SignInFailureKind
  readonly words: keyof typeof text.signIn.failures | keyof typeof text.signIn.application | 'busy'
}

/**
 * The meaning of an AADSTS number (Microsoft, "Microsoft Entra authentication and authorization error codes");
 * undefined for an unknown number. Microsoft may add numbers at any time. For those, meaningOfError reads OAuth's own
 * word.
 */
export const meaningOfNumber = (number: number): Meaning | undefined =>
  numbers.find(([, known]) => known.includes(number))?.[0]

/** The meaning of OAuth's `error`, and of the `suberror` that Entra adds. */
export function meaningOfError(error: string, suberror?: string): Meaning | undefined {
  // A cancel on the sign-in page comes without a number.
  if (error === 'access_denied' || error === 'authorization_declined') return declined
  if (suberror === 'user_password_expired') return passwordExpired
  if (error === 'consent_required' || suberror === 'consent_required') return noConsent
  if (/^(invalid_grant|interaction_required|login_required|bad_token)$/.test(error)) return signInAgain
  if (/^(code_expired|expired_token)$/.test(error)) return codeExpired
  if (/^(temporarily_unavailable|server_error)$/.test(error)) return busy
  if (error === 'invalid_tenant') return { kind: 'no-such-tenant', words: 'tenant-not-found' }
  return undefined
}

const declined: Meaning = { kind: 'cancelled', words: 'declined' }
const passwordExpired: Meaning = { kind: 'interaction-required', words: 'password-expired' }
const noConsent: Meaning = { kind: 'consent-missing', words: 'consent-missing' }
const signInAgain: Meaning = { kind: 'interaction-required', words: 'interaction-required' }
const codeExpired: Meaning = { kind: 'timed-out', words: 'code-expired' }
const busy: Meaning = { kind: 'unavailable', words: 'busy' }

const numbers: readonly (readonly [Meaning, readonly number[]])[] = [
  [declined, [65004]],
  [{ kind: 'mfa-needed', words: 'mfa-needed' }, [50072, 50074, 50076, 50078, 50079, 50158, 53004]],
  [passwordExpired, [50055, 50135, 50144]],
  [
    signInAgain,
    [
      16000, 50058, 50085, 50089, 50132, 50133, 50173, 54005, 70000, 70008, 70043, 700020, 700081, 700082,
      700084,
    ],
  ],
  [noConsent, [65001, 65002, 90008, 90093, 90094, 90095, 900941]],
  [{ kind: 'consent-missing', words: 'permission-missing' }, [65005, 650056, 650057]],
  [{ kind: 'consent-missing', words: 'partner-consent-missing' }, [90099]],
  [{ kind: 'blocked', words: 'service-missing' }, [50001, 500011, 650052, 650054]],
  [{ kind: 'blocked', words: 'conditional-access' }, [50131, 53002, 53003, 530032, 530035]],
  [
    { kind: 'blocked', words: 'device-not-trusted' },
    [50005, 50097, 50127, 50129, 50155, 50187, 53000, 53001],
  ],
  [{ kind: 'blocked', words: 'tenant-restricted' }, [50002, 500021, 500022, 500212, 500213, 1000104]],
  [{ kind: 'blocked', words: 'account-at-risk' }, [53010, 53011, 530034]],
  [{ kind: 'blocked', words: 'account-disabled' }, [50057]],
  [{ kind: 'blocked', words: 'account-locked' }, [50053]],
  [{ kind: 'blocked', words: 'not-assigned' }, [50105]],
  [{ kind: 'blocked', words: 'application-disabled' }, [70001, 1000031, 7000112]],
  // A session that began with a code stays marked as such: a policy may refuse it at a renewal much later
  // (Microsoft, "Authentication flows as a condition in Conditional Access policy").
  [{ kind: 'device-code-blocked', words: 'device-code-blocked' }, [530036]],
  [{ kind: 'no-such-tenant', words: 'tenant-not-found' }, [50059, 50128, 90002, 90019, 900023]],
  [{ kind: 'no-such-tenant', words: 'other-cloud' }, [90038, 90043, 900432]],
  [
    { kind: 'wrong-tenant', words: 'wrong-tenant' },
    [16003, 50014, 50020, 50034, 50143, 51004, 90072, 500208, 700005],
  ],
  [{ kind: 'app-unknown', words: 'app-unknown' }, [700011, 700016]],
  [{ kind: 'app-misconfigured', words: 'public-client-off' }, [70002, 7000215, 7000218]],
  [{ kind: 'app-misconfigured', words: 'single-tenant' }, [50194]],
  [
    { kind: 'app-misconfigured', words: 'redirect-missing' },
    [50011, 70004, 500113, 900971, 9002326, 9002327],
  ],
  [codeExpired, [70019, 70020]],
  [busy, [50033, 50087, 50088, 50166, 90006, 90012, 90024, 90033, 90055, 90090, 90091]],
]
