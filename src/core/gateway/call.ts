import { randomUUID } from 'node:crypto'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { fail, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { KnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import { type Body, readBody } from '../network/body.ts'
import type { Fetch } from '../network/fetch.ts'
import { isRedirectRejection, readRejection, type UnreachableReason } from '../network/rejection.ts'
import { limitsOf } from './answer-limits.ts'
import type { Outcome } from './gateway.ts'
import type { Route } from './schemas.ts'
import { withoutToken } from './without-token.ts'

/** One HTTP request of the admin API. */
export type Call = {
  readonly method: 'GET' | 'POST'
  /** With its query. */
  readonly path: string
  readonly body?: unknown
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
  readonly correlationId: string
}

/** What a log may know of a call: no token, no body. */
export type CallRecord = {
  readonly method: string
  readonly path: string
  /** Absent when no answer came. */
  readonly status?: number
  readonly ms: number
  readonly correlationId: string
}

export type Wire = {
  readonly baseUrl: string
  readonly fetch: Fetch
  readonly userAgent: string
  /** In bytes, where that is less than limitsOf allows. */
  readonly largestAnswer: number | undefined
  /** The tokens that were sent. */
  readonly secrets: KnownSecrets
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly onCall: ((call: CallRecord) => void) | undefined
}

/**
 * Sends one request, with its own correlation ID. Any answer that came is a success here, whatever its status;
 * the failures are `unreachable`, and `unexpected` for a redirect, which is never followed with the token.
 */
export async function sendCall(
  wire: Wire,
  call: Call,
  token: string,
  route: Route | undefined,
): Promise<Outcome<Answer>> {
  const correlationId = randomUUID()
  const { host } = new URL(wire.baseUrl)
  const unanswered = (reason: UnreachableReason, sent: 'no' | 'maybe') => {
    const message = text.gateway.failures.unreachable[reason](host)
    return fail<GatewayFailure>({ kind: 'unreachable', sent, message, correlationId })
  }
  if (call.signal?.aborted) return unanswered('stopped', 'no')

  wire.secrets.learn(token)
  const patience = limitPatience(call)
  const startedAt = performance.now()
  let status: number | undefined
  try {
    const response = await wire.fetch(new URL(call.path, wire.baseUrl).href, {
      method: call.method,
      headers: headersOf(wire, call, token, route, correlationId),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      redirect: 'manual',
      cache: 'no-store',
      signal: patience.signal,
    })
    status = response.status
    const limits = limitsOf(call.path, status, wire.largestAnswer)
    const body = withoutToken(await readBody(response, limits), wire.secrets)
    // A whole answer counts even if nobody waits for it any more, and a refusal says enough without its body.
    const ended = body.end === 'cut' && status < 400 ? patience.ended() : undefined
    if (ended) return unanswered(ended, 'maybe')
    return succeed({ status, headers: response.headers, body, correlationId })
  } catch (rejection) {
    const { reason, sent } = readRejection(rejection)
    const ended = patience.ended()
    if (ended) return unanswered(ended, sent)
    if (isRedirectRejection(rejection)) {
      const message = text.gateway.failures.unexpected.redirect(host)
      return fail({ kind: 'unexpected', status: 0, message, correlationId })
    }
    return unanswered(reason, sent)
  } finally {
    patience.release()
    const { method, path } = call
    const ms = Math.round(performance.now() - startedAt)
    wire.onCall?.({ method, path, ...(status !== undefined && { status }), ms, correlationId })
  }
}

/** The caller's signal and the call's own time limit in one, and which of them it was. */
function limitPatience({ timeoutMs, signal }: Call) {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), timeoutMs)
  return {
    signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
    ended: (): 'timed-out' | 'stopped' | undefined =>
      limit.signal.aborted ? 'timed-out' : signal?.aborted ? 'stopped' : undefined,
    release: () => clearTimeout(timer),
  }
}

/** X-MS-Target-Uri routes a call to the tenant's part of the service (terraprovider/go-teams). */
function headersOf(
  wire: Wire,
  call: Call,
  token: string,
  route: Route | undefined,
  correlationId: string,
): Record<string, string> {
  return {
    Accept: 'application/json',
    Authorization: `Bearer ${token}`,
    'User-Agent': wire.userAgent,
    'X-MS-Correlation-Id': correlationId,
    ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
    ...(route && { 'X-MS-Target-Uri': route.targetUri }),
    ...(route?.forest && { 'X-MS-Forest': route.forest }),
  }
}
