import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node'
import { parseJson } from '../../shared/parse-json.ts'
import type { KnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import { mapStrings } from '../../shared/text/secrets/map-strings.ts'
import { withoutSecrets } from '../../shared/text/secrets/without-secrets.ts'
import type { Clock } from '../clock/clock.ts'
import type { Fetch } from '../network/fetch.ts'
import { type HttpRequest, sendRequest } from '../network/send-request.ts'
import type { AnswerLimits } from '../network/weigh.ts'
import type { CallTrace } from './call-trace.ts'
import { aheadOf } from './clock-skew.ts'
import { type Trouble, troubleOfAnswer, troubleOfRejection } from './diagnose.ts'
import { readRefusal } from './refusal.ts'

/** The way to the authority. */
export type Wire = {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly userAgent: string
  /** How long to wait for one answer, in ms. */
  readonly callLimitMs: number
  /** Learns the tokens and codes in the requests and the answers. */
  readonly secrets: KnownSecrets
  /** Hears of every call, but never of bodies and queries. */
  readonly onCall: (call: AuthorityCall) => void
}

export type AuthorityCall = {
  readonly method: Method
  readonly host: string
  readonly path: string
  /** Absent when no answer came. */
  readonly status?: number
  readonly trouble?: Trouble['cause']
  readonly ms: number
  readonly correlationId: string
}

/** Shared by the calls of one step: the signal that stops them, and the trace that notes their findings. */
export type AuthRequest = {
  readonly signal: AbortSignal
  readonly trace: CallTrace
  readonly correlationId: string
}

/**
 * MSAL's network over any fetch, for one request: each call has a time limit and ends with the request. It
 * rejects any answer that is not the authority's, and the trace tells why.
 */
export function networkModule(wire: Wire, authRequest: AuthRequest): INetworkModule {
  return {
    sendGetRequestAsync: (url, options) => send(wire, authRequest, 'GET', url, options),
    sendPostRequestAsync: (url, options) => send(wire, authRequest, 'POST', url, options),
  }
}

type Method = 'GET' | 'POST'

async function send<Body>(
  wire: Wire,
  { signal, trace, correlationId }: AuthRequest,
  method: Method,
  url: string,
  options?: NetworkRequestOptions,
): Promise<NetworkResponse<Body>> {
  const { host, pathname: path } = new URL(url)
  const startedAt = wire.clock.now()
  learn(wire.secrets, new URLSearchParams(options?.body))
  const answer = await ask(wire, signal, method, url, options)
  const ms = Math.round(wire.clock.now() - startedAt)
  const { status, trouble } = answer
  wire.onCall({
    method,
    host,
    path,
    ...(status !== undefined && { status }),
    ...(trouble && { trouble: trouble.cause }),
    ms,
    correlationId,
  })
  if (answer.trouble) {
    trace.last = { kind: 'trouble', trouble: answer.trouble }
    throw new AuthError('network_error', correlationId, answer.trouble.cause)
  }
  trace.aheadMs = aheadOf(answer.headers, wire.clock.now()) ?? trace.aheadMs
  const content = isRefusal(answer.content) ? withoutAny(answer.content, wire.secrets) : answer.content
  learn(wire.secrets, Object.entries(content))
  const refusal = readRefusal(content)
  trace.last = refusal ? { kind: 'refused', refusal, status: answer.status } : { kind: 'answered' }
  // MSAL would take the error for a code and poll with it.
  if (refusal && path.endsWith('/devicecode')) throw new AuthError(refusal.error, correlationId)
  return { headers: Object.fromEntries(answer.headers), body: content as Body, status: answer.status }
}

type Answer =
  | { readonly status: number; readonly headers: Headers; readonly content: object; readonly trouble?: never }
  | { readonly status?: number; readonly trouble: Trouble }

async function ask(
  wire: Wire,
  signal: AbortSignal,
  method: Method,
  url: string,
  options: NetworkRequestOptions = {},
): Promise<Answer> {
  const request: HttpRequest = {
    ...{ method, url, signal, limitMs: wire.callLimitMs, limitsOf: () => limits },
    headers: { ...options.headers, Accept: 'application/json', 'User-Agent': wire.userAgent },
    ...(method === 'POST' && { body: options.body ?? '' }),
  }
  const sent = await sendRequest(wire.fetch, request, wire.clock.sleep)
  const { kind, status, ended } = sent
  if (ended === 'timed-out') return { ...(status !== undefined && { status }), trouble: { cause: ended } }
  if (kind === 'unanswered')
    return { ...(status !== undefined && { status }), trouble: troubleOfRejection(sent.rejection) }
  const { headers, body } = sent
  const trouble = troubleOfAnswer(sent.status, headers, body)
  if (trouble) return { status: sent.status, trouble }
  const content = body.end === 'whole' ? parseJson(body.text) : undefined
  if (typeof content === 'object' && content !== null) return { status: sent.status, headers, content }
  return { status: sent.status, trouble: { cause: sent.status >= 500 ? 'busy' : 'garbled' } }
}

function learn(secrets: KnownSecrets, fields: Iterable<readonly [string, unknown]>): void {
  for (const [name, value] of fields)
    if (secretFields.has(name) && typeof value === 'string') secrets.learn(value)
}

/** Fields of requests and of answers. The other fields hold ordinary words, which an error may well contain. */
const secretFields: ReadonlySet<string> = new Set([
  ...['access_token', 'refresh_token', 'id_token', 'client_info'],
  ...['code', 'code_verifier', 'device_code', 'assertion', 'client_assertion', 'client_secret', 'password'],
])

const isRefusal = (content: object): boolean => 'error' in content

/**
 * A refusal without the tokens and codes that it may repeat. Its words get into failures and into MSAL's errors and log
 * lines, and from there to the page, the terminal and the log. A challenge (`claims`) must be handed on unchanged, so
 * one with a secret in it is dropped.
 */
function withoutAny(content: object, secrets: KnownSecrets): object {
  const clean = (text: string): string => withoutSecrets(secrets.remove(text))
  const cleaned = mapStrings(content, clean) as Record<string, unknown>
  const { claims, ...rest } = cleaned
  return claims === (content as { readonly claims?: unknown }).claims ? cleaned : rest
}

/** Tokens and a tenant's openid-configuration are a few kB. */
const limits: AnswerLimits = { bytes: 1024 * 1024, values: 5_000, items: 1_000 }
