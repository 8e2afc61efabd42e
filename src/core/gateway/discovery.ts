import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { text } from '../../shared/text/index.ts'
import type { Outcome } from './gateway.ts'
import type { Route } from './schemas.ts'

/**
 * Asks for the route once and keeps it. Callers that come meanwhile wait for the same answer; a failure is not
 * kept, and one caller's abort is no failure for the others.
 */
export function routeFinder(
  discover: (signal: AbortSignal | undefined) => Promise<Outcome<Route>>,
): (signal: AbortSignal | undefined) => Promise<Outcome<Route>> {
  let asked: { readonly answer: Promise<Outcome<Route>>; readonly by: AbortSignal | undefined } | undefined

  return async function find(signal): Promise<Outcome<Route>> {
    const joined = asked
    const current = joined ?? { answer: discover(signal), by: signal }
    asked = current
    const outcome = await current.answer
    if (outcome.ok) return outcome
    if (asked === current) asked = undefined
    return joined?.by?.aborted && !signal?.aborted ? find(signal) : outcome
  }
}

/**
 * A failure of discovery, as the call that needed the route has to report it: that call itself was never sent,
 * and `not-found` would speak of something that nobody asked for.
 */
export function beforeTheCall(failure: GatewayFailure, host: string): GatewayFailure {
  switch (failure.kind) {
    case 'unreachable':
    case 'unavailable':
    case 'unexpected':
      return { ...failure, sent: 'no' }
    case 'not-found': {
      const message = text.gateway.failures.unexpected.missing(host)
      return { ...failure, kind: 'unexpected', status: 404, sent: 'no', message }
    }
    default:
      return failure
  }
}
