import { randomUUID } from 'node:crypto'
import type { GatewayFailure, UnreachableReason } from '../../shared/gateway/failure.ts'
import { parseJson } from '../../shared/parse-json.ts'
import { fail, succeed } from '../../shared/result.ts'
import type { KnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import { mapStrings } from '../../shared/text/secrets/map-strings.ts'
import type { Body } from '../network/body.ts'
import type { Fetch } from '../network/fetch.ts'
import { isRedirectRejection, readRejection } from '../network/rejection.ts'
import { sendRequest } from '../network/send-request.ts'
import type { AnswerLimits } from '../network/weigh.ts'
import { brief } from './brief.ts'
import type { Outcome } from './gateway.ts'
import type { Routing } from './routing.ts'

/** One HTTP request of the admin API. */
export type Call = {
  readonly method: 'GET' | 'POST'
  /** With its query. */
  readonly path: string
  /** What a log sees in place of the path, where that names a person. */
  readonly pathInLog?: string
  readonly body?: unknown
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
  readonly correlationId: string
  /** What the service warns of beside its answer. */
  readonly warning?: string
}

/** What a log may know of a call: no token, no body. */
export type CallRecord = {
  readonly method: string
  readonly path: string
  /** Absent when no answer came. */
  readonly status?: number
  readonly ms: number
  readonly correlationId: string
  readonly warning?: string
}

export type Wire = {
  readonly baseUrl: string
  /** What the tokens that are sent there are for. */
  readonly resource: string
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
  routing: Routing,
): Promise<Outcome<Answer>> {
  const correlationId = randomUUID()
  const { host } = new URL(wire.baseUrl)
  const unanswered = (code: UnreachableReason, sent: 'no' | 'maybe') =>
    fail<GatewayFailure>({ kind: 'unreachable', sent, why: { code, host }, correlationId })
  if (call.signal?.aborted) return unanswered('stopped', 'no')

  wire.secrets.learn(token)
  const { method, path } = call
  const startedAt = performance.now()
  const sent = await sendRequest(wire.fetch, {
    ...{ method, url: new URL(path, wire.baseUrl).href, limitMs: call.timeoutMs, signal: call.signal },
    headers: { ...headersOf(wire, call, token, correlationId), ...routing },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    limitsOf: (status) => limitsOf(path, status, wire.largestAnswer),
    keepOf: (body) => withoutToken(body, wire.secrets),
  })
  const { status } = sent
  const ms = Math.round(performance.now() - startedAt)
  const warning = 'headers' in sent ? warningIn(sent.headers, wire.secrets) : {}
  const logged = call.pathInLog ?? path
  wire.onCall?.({
    method,
    path: logged,
    ...(status !== undefined && { status }),
    ms,
    correlationId,
    ...warning,
  })

  if (sent.kind === 'answered') {
    // A whole answer counts even if nobody waits for it any more, and a refusal says enough without its body.
    if (sent.body.end === 'cut' && sent.status < 400 && sent.ended) return unanswered(sent.ended, 'maybe')
    return succeed({ status: sent.status, headers: sent.headers, body: sent.body, correlationId, ...warning })
  }
  const { reason, sent: mayBeSent } = readRejection(sent.rejection)
  if (sent.ended) return unanswered(sent.ended, mayBeSent)
  if (isRedirectRejection(sent.rejection))
    return fail({ kind: 'unexpected', status: 0, why: { code: 'redirect', host }, correlationId })
  return unanswered(reason, mayBeSent)
}

function headersOf(wire: Wire, call: Call, token: string, correlationId: string): Record<string, string> {
  return {
    Accept: 'application/json',
    Authorization: `Bearer ${token}`,
    'User-Agent': wire.userAgent,
    'X-MS-Correlation-Id': correlationId,
    ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
  }
}

/** The module shows the words of this header as a warning (terraprovider/go-teams). */
function warningIn(headers: Headers, known: KnownSecrets): { readonly warning?: string } {
  const said = headers.get('x-ms-configapi-powershell-warningmessage')?.trim()
  return said ? { warning: brief(known.remove(said)) } : {}
}

const kB = 1024
const MB = 1024 * kB

/**
 * How much an answer may hold, for each kind of request: about ten times what the service can have to say. A batch has at
 * most 100 phones, and the error of a phone is one sentence. A region has room for three batches at a time, each of which
 * takes minutes: 20,000 in 30 days are more than there can be. A tenant has at most 5,000 domains (Microsoft Entra,
 * "Service limits and restrictions").
 */
const limits: readonly (readonly [RegExp, AnswerLimits])[] = [
  [/\/createbatch\b/, { bytes: 256 * kB, values: 5_000, items: 1_000 }],
  [/\/batchstatus\b/, { bytes: 4 * MB, values: 100_000, items: 5_000 }],
  [/\/batchsummaries$/, { bytes: 8 * MB, values: 400_000, items: 20_000 }],
  [/\/configurations\//, { bytes: 4 * MB, values: 100_000, items: 5_000 }],
  [/\/users\?/, { bytes: 8 * MB, values: 400_000, items: 20_000 }],
  [/\/users\//, { bytes: MB, values: 20_000, items: 5_000 }],
  // A page of 50 devices, of some 50 values each.
  [/^\/api\/v2\/devices\?/, { bytes: 2 * MB, values: 50_000, items: 1_000 }],
  [/\/tenants$/, { bytes: 4 * MB, values: 100_000, items: 10_000 }],
]

/** Routing and the like: a few values. */
const usual: AnswerLimits = { bytes: 256 * kB, values: 5_000, items: 1_000 }

/** Enough for a refusal: a code and some sentences. A proxy's web page may be longer; it is not read to its end. */
const ofRefusals: AnswerLimits = { bytes: 64 * kB, values: 2_000, items: 1_000 }

/** `path` may have a query; `largest` (in bytes) counts where it is less. */
function limitsOf(path: string, status: number, largest = Number.POSITIVE_INFINITY): AnswerLimits {
  const found = status >= 400 ? ofRefusals : limits.find(([pattern]) => pattern.test(path))?.[1]
  const { bytes, ...rest } = found ?? usual
  return { ...rest, bytes: Math.min(bytes, largest) }
}

/**
 * The body without pieces of the tokens that were sent. All words of the service, or of anything that answers in its
 * place, come in here: nothing that is kept, shown or printed later comes another way. Headers give only numbers and times
 * (Retry-After, Date), whether the answer is a page, and the words of one header (`warningIn`), which are cleaned too. The
 * strings of JSON are cleaned one by one, so that its shape stays; any other body is cleaned as text.
 *
 * There is no second filter where words go out (journal, page, exports, terminal): there they are beside names that the
 * operator wrote, which must stay as they are. Only the log has one, for unexpected errors.
 */
function withoutToken(body: Body, known: KnownSecrets): Body {
  const text = known.remove(body.text)
  if (text === body.text) return body
  const json = body.end === 'whole' ? parseJson(body.text) : undefined
  return { ...body, text: json === undefined ? text : JSON.stringify(mapStrings(json, known.remove)) }
}
