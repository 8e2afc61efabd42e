import { firstAborted } from '../../shared/first-aborted.ts'
import { type Body, readBody } from './body.ts'
import type { Fetch } from './fetch.ts'
import type { AnswerLimits } from './weigh.ts'

/** A request to a service on the Internet. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** How long to wait for the end of the answer, in ms. */
  readonly limitMs: number
  readonly signal?: AbortSignal | undefined
  /** What its answer may hold, by its status. */
  readonly limitsOf: (status: number) => AnswerLimits
  /** What is kept of an answer's body, such as all but the secrets that it may repeat. */
  readonly keepOf?: (body: Body) => Body
}

/** What came of it. `ended`: nobody waits any more, for the time is over or the signal was aborted. */
export type HttpOutcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Headers
      readonly body: Body
      readonly ended: Ended | undefined
    }
  /** `rejection`: as fetch rejects; readRejection reads it. `status`: where an answer had begun. */
  | {
      readonly kind: 'unanswered'
      readonly rejection: unknown
      readonly ended: Ended | undefined
      readonly status: number | undefined
    }

type Ended = 'timed-out' | 'stopped'

/** Waits that long, or until the signal is aborted. */
type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

/**
 * Sends a request, once: nothing is repeated, no redirect followed, no cookie sent or kept, and no answer taken from a
 * cache. Any answer is one, whatever its status. Never rejects.
 */
export async function sendRequest(
  fetch: Fetch,
  request: HttpRequest,
  sleep: Sleep = sleepByTimer,
): Promise<HttpOutcome> {
  const { method, url, headers, body: text, limitMs, signal, limitsOf, keepOf = (body) => body } = request
  const limit = new AbortController()
  const over = new AbortController()
  const ended = (): Ended | undefined =>
    limit.signal.aborted ? 'timed-out' : signal?.aborted ? 'stopped' : undefined
  let status: number | undefined
  void sleep(limitMs, over.signal).then(() => limit.abort())
  const either = firstAborted(...(signal ? [signal] : []), limit.signal)
  try {
    const response = await fetch(url, {
      ...{ method, headers, redirect: 'manual', cache: 'no-store', credentials: 'omit' },
      ...(text !== undefined && { body: text }),
      signal: either.signal,
    })
    status = response.status
    const body = keepOf(await readBody(response, limitsOf(status)))
    return { kind: 'answered', status, headers: response.headers, body, ended: ended() }
  } catch (rejection) {
    return { kind: 'unanswered', rejection, ended: ended(), status }
  } finally {
    over.abort()
    either.release()
  }
}

const sleepByTimer: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
