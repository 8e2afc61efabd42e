import { assertNever } from '../../shared/assert-never.ts'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import type { BatchSummary, Outcome } from '../gateway/gateway.ts'

/**
 * Why a batch must not be submitted at this moment, told by a harmless call (`GET batchsummaries`) directly before:
 * signed out, without the rights, throttled, or without a connection. Nothing has been sent then, and that is certain,
 * which no answer to createbatch itself would be. Undefined where it may be: any other trouble with the call says
 * nothing about the submission, and the log has it.
 */
export function whyNotNow(history: Outcome<readonly BatchSummary[]>): GatewayFailure | undefined {
  if (history.ok) return undefined
  const { failure } = history
  switch (failure.kind) {
    case 'denied':
    case 'expired':
    case 'throttled':
      return failure
    case 'unreachable':
      return { ...failure, sent: 'no' }
    case 'unexpected':
      return isTurnedAway(failure.status) ? { ...failure, sent: 'no' } : undefined
    case 'unavailable':
    case 'refused':
    case 'not-found':
    case 'region-full':
      return undefined
    default:
      return assertNever(failure)
  }
}

/** The page of a proxy that asks for a sign-in, blocks, or asks for fewer calls. */
const isTurnedAway = (status: number): boolean => status === 401 || status === 403 || status === 429
