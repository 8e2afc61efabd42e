/**
 * Why there is no account, or no token. Plain data without secrets: it crosses IPC and may be copied into a
 * support ticket. `message` says what happened, `remedy` what to do.
 */
export type SignInFailure = {
  readonly kind: SignInFailureKind
  readonly message: string
  readonly remedy: string
  /** Microsoft's number for it, `AADSTS53003`. */
  readonly code?: string
  /** Microsoft's own sentence. */
  readonly said?: string
  /** With this and `at`, Microsoft support finds the sign-in; absent where Microsoft was not asked. */
  readonly correlationId?: string
  /** When it happened, ISO 8601; by Microsoft's clock where Microsoft answered. */
  readonly at: string
  /** What the next sign-in has to prove; hand it to that sign-in as it is. */
  readonly claims?: string
}

export const signInFailureKinds = [
  /** By the person, in the app or in the browser. */
  'cancelled',
  /** The person did not finish in time. */
  'timed-out',
  /** The stored sign-in is not enough (any more): the person must sign in again. */
  'interaction-required',
  'mfa-needed',
  'consent-missing',
  /** A policy or the state of the account forbids it. */
  'blocked',
  'device-code-blocked',
  'no-such-tenant',
  /** The account that was chosen does not belong to the tenant that was asked for. */
  'wrong-tenant',
  /** Somebody else signed in than was to sign in again; they are remembered. */
  'other-account',
  /** The tenant knows no application with this client ID. */
  'app-unknown',
  /** The application is registered in a way that does not work here. */
  'app-misconfigured',
  'browser-failed',
  'no-network',
  'proxy',
  'tls',
  'captive-portal',
  'clock-wrong',
  'unavailable',
  'unexpected',
] as const
export type SignInFailureKind = (typeof signInFailureKinds)[number]
