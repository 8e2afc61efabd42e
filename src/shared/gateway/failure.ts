/**
 * Why a call to the service did not give what was asked for. Plain data: it crosses IPC and stands in the
 * journal. `message` is a sentence for the operator; `said` is the service's own text, untouched.
 */
export type GatewayFailure = {
  readonly message: string
  readonly said?: string
  /** The GUID sent as X-MS-Correlation-Id; Microsoft support asks for it. */
  readonly correlationId?: string
} & (
  | { readonly kind: 'denied' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string }
  | { readonly kind: 'region-full' }
  | { readonly kind: 'not-found' }
  /** `sent: 'no'` here and below: this answered the call for the route, which comes before the request itself. */
  | {
      readonly kind: 'unavailable'
      readonly status: number
      readonly retryAfterMs?: number
      readonly sent?: 'no'
    }
  /** `sent: 'no'` only where the request certainly never reached the service (no address, refused). */
  | { readonly kind: 'unreachable'; readonly sent: 'no' | 'maybe' }
  /**
   * `status` is 0 where none is known. `answer`: createbatch was answered, but not recognisably by the service; two such
   * answers of one kind have the same text here.
   */
  | {
      readonly kind: 'unexpected'
      readonly status: number
      readonly sent?: 'no'
      readonly answer?: string
    }
)
