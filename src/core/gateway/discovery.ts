import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { sendAuthorised } from './authorised-call.ts'
import type { Wire } from './call.ts'
import type { Outcome, TokenProvider } from './gateway.ts'
import { discoveryPath, tenantsPath } from './paths.ts'
import { readAnswer } from './read-answer.ts'
import { unrouted } from './routing.ts'
import { discovery, type Route, tenantRoute } from './schemas.ts'

/**
 * Asks serviceDiscovery for the route, and if that fails the tenant itself, which has it too (KelvinTegelaar/CIPP-API).
 * If neither tells it, the failure is that of serviceDiscovery. Both calls change nothing.
 */
export async function discoverRoute(
  wire: Wire,
  tokens: TokenProvider,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Outcome<Route>> {
  const ask = async (
    path: string,
    schema: typeof discovery | typeof tenantRoute,
  ): Promise<Outcome<Route>> => {
    const answer = await sendAuthorised(wire, tokens, { method: 'GET', path, timeoutMs, signal }, unrouted)
    return answer.ok ? readAnswer(wire, answer.value, schema) : answer
  }
  const discovered = await ask(discoveryPath, discovery)
  if (discovered.ok || failsAlike(discovered.failure)) return discovered
  const told = await ask(tenantsPath, tenantRoute)
  return told.ok ? told : discovered
}

/** Whether the next call to the service would fail for the same reason, or must wait. */
const failsAlike = ({ kind }: GatewayFailure): boolean =>
  kind === 'unreachable' || kind === 'expired' || kind === 'throttled'

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
 * A failure of discovery, as the call that needed the route must report it: that call itself was never sent,
 * and `not-found` would be about something else.
 */
export function beforeTheCall(failure: GatewayFailure, host: string): GatewayFailure {
  switch (failure.kind) {
    case 'unreachable':
    case 'unavailable':
    case 'unexpected':
      return { ...failure, sent: 'no' }
    case 'not-found':
      return { ...failure, kind: 'unexpected', status: 404, sent: 'no', why: { code: 'missing', host } }
    default:
      return failure
  }
}
