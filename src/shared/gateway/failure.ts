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
  | { readonly kind: 'unavailable'; readonly status: number; readonly retryAfterMs?: number }
  /** `sent: 'no'` only where the request certainly never reached the service (no address, refused). */
  | { readonly kind: 'unreachable'; readonly sent: 'no' | 'maybe' }
  | { readonly kind: 'unexpected'; readonly status: number }
)

export type GatewayFailureKind = GatewayFailure['kind']
