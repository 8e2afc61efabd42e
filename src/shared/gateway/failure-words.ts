import { assertNever } from '../assert-never.ts'
import { text } from '../text/index.ts'
import type { GatewayFailure } from './failure.ts'

/** What a failed call means, and what may help: one or more sentences for the operator. */
export function failureWords(failure: GatewayFailure): string {
  if (failure.why?.code === 'written') return failure.why.sentence
  const words = text.gateway.failures
  switch (failure.kind) {
    case 'denied':
      return words.denied[failure.why.code]
    case 'expired':
      return failure.why.code === 'no-token'
        ? words.noToken[failure.why.signIn]
        : words.expired[failure.why.code]
    case 'throttled': {
      const { retryAfterMs } = failure
      return words.throttled(retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000))
    }
    case 'refused':
      return words.refused(failure.status, failure.said)
    case 'region-full':
      return words.regionFull
    case 'not-found':
      return words.notFound
    case 'unavailable':
      return words.unavailable(failure.status)
    case 'unreachable':
      return words.unreachable[failure.why.code](failure.why.host)
    case 'unexpected':
      return failure.why.code === 'not-its-own'
        ? words.notItsOwn(failure.why.host, failure.status)
        : words.unexpected[failure.why.code](failure.why.host)
    default:
      return assertNever(failure)
  }
}

/** The service's own words, where it said any, else ours. */
export const saidOrWords = (failure: GatewayFailure): string => failure.said ?? failureWords(failure)
