import { fail } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { type Answer, type Call, sendCall, type Wire } from './call.ts'
import type { Outcome, TokenProvider } from './gateway.ts'
import type { Route } from './schemas.ts'

/**
 * Sends a call with a token. A 401 means that nothing was done: the call is repeated once with a renewed
 * token. When there is none to be had, that is the failure `expired`.
 */
export async function sendAuthorised(
  wire: Wire,
  tokens: TokenProvider,
  call: Call,
  route?: Route,
): Promise<Outcome<Answer>> {
  const first = await sendWithToken(wire, tokens, call, route, false)
  return first.ok && first.value.status === 401 ? sendWithToken(wire, tokens, call, route, true) : first
}

async function sendWithToken(
  wire: Wire,
  tokens: TokenProvider,
  call: Call,
  route: Route | undefined,
  renew: boolean,
): Promise<Outcome<Answer>> {
  const token = await tokens({ renew, ...(call.signal && { signal: call.signal }) })
  if (!token.ok) return fail({ kind: 'expired', message: token.failure.message })
  // fetch would throw on such a header, with the token in its message.
  if (!/^[\x21-\x7e]+$/.test(token.value))
    return fail({ kind: 'expired', message: text.gateway.failures.tokenUnusable })
  return sendCall(wire, call, token.value, route)
}
