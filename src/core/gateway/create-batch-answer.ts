import type { z } from 'zod'
import { assertNever } from '../../shared/assert-never.ts'
import type { GatewayFailure, UnexpectedAnswer } from '../../shared/gateway/failure.ts'
import { parseJson } from '../../shared/parse-json.ts'
import { fail, succeed } from '../../shared/result.ts'
import { excerpt } from '../network/body.ts'
import { isPage } from '../network/is-page.ts'
import type { Answer, Wire } from './call.ts'
import { failureOf, isServiceError } from './failures.ts'
import type { CreatedBatch, Outcome } from './gateway.ts'
import { lowerCaseKeys } from './read-keys.ts'
import { createdBatch } from './schemas.ts'

/** The form of the body of an answer to createbatch. Only the service's own error shape is `error`. */
export type AnswerBody = 'batch' | 'error' | 'json' | 'text' | 'page' | 'empty' | 'cut' | 'too-large'

/**
 * What an answer to createbatch proves. `taken` and `not taken` come only from an answer that is recognisably the
 * service's. `unconfirmed`: the service may answer so when it has trouble; the batch history tells. `not recognized`:
 * nobody knows who answered, and every further batch may get the same answer.
 */
export type Proof = 'taken' | 'not taken' | 'unconfirmed' | 'not recognized'

/**
 * The rule that decides whether a password may be reset again, as the table in docs/faults.md states it. A proxy that
 * inspects answers can replace the answer to a batch that the service took by any page and any status, so a status
 * alone proves nothing.
 */
export function proofOf(status: number, body: AnswerBody): Proof {
  if (body === 'cut') return 'unconfirmed'
  if (status >= 200 && status < 300) return body === 'batch' ? 'taken' : 'not recognized'
  if (body !== 'error') return 'not recognized'
  // 407 is a proxy's by definition; 408 and 5xx are the service's own words for not knowing.
  if (status === 408 || status >= 500) return 'unconfirmed'
  return status >= 400 && status !== 407 ? 'not taken' : 'not recognized'
}

/** Reads an answer to createbatch. Only `denied`, `expired`, `throttled`, `region-full`, `not-found` and `refused` mean that nothing was taken. */
export function readCreateBatchAnswer(
  wire: Pick<Wire, 'baseUrl' | 'now'>,
  answer: Answer,
): Outcome<CreatedBatch> {
  const { status, correlationId } = answer
  const { body, batch } = readBody(answer)
  const proof = proofOf(status, body)
  const host = new URL(wire.baseUrl).host
  const said = excerpt(answer.body.text)
  const common = { status, correlationId, ...(said !== undefined && { said }) }
  switch (proof) {
    case 'taken':
      return batch ? succeed(batch) : fail({ kind: 'unexpected', why: { code: 'shape', host }, ...common })
    case 'not taken':
      return fail(recogniseRegionFull(failureOf(answer, wire)))
    case 'unconfirmed':
      return fail(
        body === 'cut'
          ? { kind: 'unexpected', why: { code: 'cut', host }, ...common }
          : failureOf(answer, wire),
      )
    case 'not recognized':
      return fail<GatewayFailure>({
        kind: 'unexpected',
        why: { code: unexpectedIn(status, body), host },
        answer: kindOfAnswer(status, body, said),
        ...common,
      })
    default:
      return assertNever(proof)
  }
}

function readBody({ headers, body: { text: words, end } }: Answer): {
  readonly body: AnswerBody
  readonly batch?: z.output<typeof createdBatch>
} {
  if (end !== 'whole') return { body: end }
  if (words.trim() === '') return { body: 'empty' }
  if (isPage(headers, words)) return { body: 'page' }
  const json = parseJson(words)
  if (json === undefined) return { body: 'text' }
  const batch = createdBatch.safeParse(lowerCaseKeys(json)).data
  if (batch) return { body: 'batch', batch }
  return { body: isServiceError(json) ? 'error' : 'json' }
}

/**
 * What makes two unrecognized answers the same kind: status, form and words, without the numbers and IDs that differ
 * each time. At most 200 characters.
 */
function kindOfAnswer(status: number, body: AnswerBody, said = ''): string {
  const words = said
    .toLowerCase()
    .replace(/[0-9a-f-]*\d[0-9a-f-]*/g, '#')
    .replace(/\s+/g, ' ')
  return `${status} ${body} ${words}`.trim().slice(0, 200).toWellFormed()
}

function unexpectedIn(status: number, body: AnswerBody): UnexpectedAnswer {
  if (status >= 400) return 'not-its-own'
  // Node answers a redirect as it came, browsers as an opaque answer of status 0.
  if (status < 200 || status >= 300) return 'redirect'
  switch (body) {
    case 'too-large':
      return 'large'
    case 'empty':
      return 'empty'
    case 'page':
      return 'page'
    case 'text':
      return 'json'
    case 'cut':
    case 'batch':
    case 'error':
    case 'json':
      return 'shape'
    default:
      return assertNever(body)
  }
}

/**
 * Tells a refusal of createbatch for too many open batches (at most 3 in a region) from every other one. The
 * service's wording is not documented, so typical words decide. A refusal for too many phones has none of them.
 */
function recogniseRegionFull(failure: GatewayFailure): GatewayFailure {
  if (failure.kind !== 'refused') return failure
  if (!soundsFull(`${failure.code ?? ''} ${failure.said ?? ''}`)) return failure
  const { kind: _kind, status: _status, code: _code, ...common } = failure
  return { ...common, kind: 'region-full' }
}

/** Whether words of the service say that too many batches are open. */
export function soundsFull(said: string): boolean {
  const words = said.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  return tells.some((all) => all.every((word) => word.test(words)))
}

const running = /\b(in progress|running|active|open|ongoing|pending)\b/i

const tells: readonly (readonly RegExp[])[] = [
  [
    /\bconcurren(t|cy|tly)\b|\bsimultaneous|\bin parallel\b|\bat the same time\b/i,
    /\b(batch|batches|requests?|region)\b/i,
  ],
  [/\btoo many (\w+ )?batches\b/i],
  [/\bbatches\b/i, running, /\b(region|limit|max|maximum|exceeds?|exceeded|already \d)\b/i],
]
