import type { GatewayFailure } from '../../shared/gateway/failure.ts'

/** How long the service asked to be left alone, in ms; 0 where it did not. */
export const retryAfter = (failure: GatewayFailure): number =>
  'retryAfterMs' in failure ? (failure.retryAfterMs ?? 0) : 0
