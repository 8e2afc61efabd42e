import { fail } from '../../shared/result.ts'
import { isPage } from '../network/is-page.ts'
import { type Answer, type Call, sendCall, type Wire } from './call.ts'
import type { Outcome, TokenProvider } from './gateway.ts'
import type { Routing } from './routing.ts'

/**
 * Sends a call that changes nothing with a token. After a 401 it is repeated once with a renewed token, unless the answer
 * is a web page, which is about another sign-in. If there is no token, the failure is `expired`.
 */
export async function sendAuthorised(
  wire: Wire,
  tokens: TokenProvider,
  call: Call,
  routing: Routing,
): Promise<Outcome<Answer>> {
  const first = await sendWithToken(wire, tokens, call, routing, false)
  if (!first.ok || first.value.status !== 401) return first
  const { headers, body } = first.value
  return isPage(headers, body.text) ? first : sendWithToken(wire, tokens, call, routing, true)
}

/** Sends a call with a token, once: nothing makes it be sent again. */
export async function sendOnce(
  wire: Wire,
  tokens: TokenProvider,
  call: Call,
  routing: Routing,
): Promise<Outcome<Answer>> {
  return sendWithToken(wire, tokens, call, routing, false)
}

async function sendWithToken(
  wire: Wire,
  tokens: TokenProvider,
  call: Call,
  routing: Routing,
  renew: boolean,
): Promise<Outcome<Answer>> {
  const token = await tokens({
    resource: wire.resource,
    renew,
    ...(call.signal && { signal: call.signal }),
  })
  if (!token.ok) return fail({ kind: 'expired', why: { code: 'no-token', signIn: token.failure.kind } })
  // fetch would throw on such a header, with the token in its message.
  if (!/^[\x21-\x7e]+$/.test(token.value)) return fail({ kind: 'expired', why: { code: 'token-unusable' } })
  return sendCall(wire, call, token.value, routing)
}
