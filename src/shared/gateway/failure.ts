import type { SignInFailureKind } from '../auth/sign-in-failure.ts'

/** Why no connection came about, or none that lasted until the answer was there. */
export const unreachableReasons = [
  'no-address',
  'offline',
  'refused',
  'unreachable',
  'certificate',
  'proxy',
  'timed-out',
  'stopped',
  'lost',
] as const
export type UnreachableReason = (typeof unreachableReasons)[number]

/** What came instead of an answer that this version can read. `not-its-own`: not worded as the service does it. */
export const unexpectedAnswers = [
  'redirect',
  'page',
  'cut',
  'large',
  'empty',
  'json',
  'shape',
  'another-batch',
  'missing',
  'not-its-own',
] as const
export type UnexpectedAnswer = (typeof unexpectedAnswers)[number]

/** The sentence that a journal of format 1 holds in place of a code. Nothing else writes it. */
export type Written = { readonly code: 'written'; readonly sentence: string }

/**
 * Why a call to the service did not give what was asked for. Plain data without words of ours: it crosses IPC and stands
 * in the journal, and `failureWords` makes the sentence where it is shown. `said` is the service's own text, untouched.
 */
export type GatewayFailure = {
  readonly said?: string
  /** The GUID sent as X-MS-Correlation-Id; Microsoft support asks for it. */
  readonly correlationId?: string
} /** `partner`: with a code that partners get who work in a customer's tenant. */ & (
  | { readonly kind: 'denied'; readonly why: { readonly code: 'role' | 'partner' } | Written }
  | {
      readonly kind: 'expired'
      readonly why:
        | { readonly code: 'not-accepted' | 'token-unusable' }
        /** No token was to be had, because signing in failed so. */
        | { readonly code: 'no-token'; readonly signIn: SignInFailureKind }
        | Written
    }
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number; readonly why?: Written }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string; readonly why?: Written }
  | { readonly kind: 'region-full'; readonly why?: Written }
  | { readonly kind: 'not-found'; readonly why?: Written }
  /** `sent: 'no'` here and below: this answered the call for the route, which comes before the request itself. */
  | {
      readonly kind: 'unavailable'
      readonly status: number
      readonly retryAfterMs?: number
      readonly sent?: 'no'
      readonly why?: Written
    }
  /** `sent: 'no'` only where the request certainly never reached the service (no address, refused). */
  | {
      readonly kind: 'unreachable'
      readonly sent: 'no' | 'maybe'
      readonly why: { readonly code: UnreachableReason; readonly host: string } | Written
    }
  /**
   * `status` is 0 where none is known. `answer`: createbatch was answered, but not recognisably by the service; two such
   * answers of one kind have the same text here.
   */
  | {
      readonly kind: 'unexpected'
      readonly status: number
      readonly sent?: 'no'
      readonly answer?: string
      readonly why: { readonly code: UnexpectedAnswer; readonly host: string } | Written
    }
)
