import type { z } from 'zod'
import type { GatewayFailure, UnexpectedAnswer } from '../../shared/gateway/failure.ts'
import { parseJson } from '../../shared/parse-json.ts'
import { fail, succeed } from '../../shared/result.ts'
import { excerpt } from '../network/body.ts'
import { isPage } from '../network/is-page.ts'
import type { Answer, Wire } from './call.ts'
import { failureOf } from './failures.ts'
import type { Outcome } from './gateway.ts'
import { lowerCaseKeys } from './read-keys.ts'

/**
 * The content of an answer. Anything but a whole JSON body of the schema's shape is a failure: `unexpected`
 * after a success status, else what the status and the body's words say.
 */
export function readAnswer<Content>(
  wire: Pick<Wire, 'baseUrl' | 'now'>,
  answer: Answer,
  schema: z.ZodType<Content>,
): Outcome<Content> {
  const json = readJson(wire, answer)
  if (!json.ok) return json
  const content = schema.safeParse(lowerCaseKeys(json.value))
  return content.success ? succeed(content.data) : unexpectedIn(wire, answer, 'shape')
}

/** What the status says: the failure, or a success whatever the body holds. */
export const readStatus = (wire: Pick<Wire, 'baseUrl' | 'now'>, answer: Answer): Outcome<undefined> =>
  answer.status >= 400 ? fail(failureOf(answer, wire)) : succeed(undefined)

/** The JSON of an answer, of whatever shape and with its keys as they came. */
export function readJson(wire: Pick<Wire, 'baseUrl' | 'now'>, answer: Answer): Outcome<unknown> {
  const taken = readStatus(wire, answer)
  if (!taken.ok) return taken
  const { status, body } = answer
  const unexpected = (what: UnexpectedAnswer) => unexpectedIn(wire, answer, what)
  // Node answers a redirect as it came, browsers as an opaque answer of status 0.
  if (status < 200 || status >= 300) return unexpected('redirect')
  if (body.end === 'too-large') return unexpected('large')
  if (body.end === 'cut') return unexpected('cut')
  if (body.text.trim() === '') return unexpected('empty')
  if (isPage(answer.headers, answer.body.text)) return unexpected('page')
  const json = parseJson(body.text)
  return json === undefined ? unexpected('json') : succeed(json)
}

function unexpectedIn(
  wire: Pick<Wire, 'baseUrl' | 'now'>,
  { status, body, correlationId }: Answer,
  code: UnexpectedAnswer,
): { readonly ok: false; readonly failure: GatewayFailure } {
  const said = excerpt(body.text)
  return fail<GatewayFailure>({
    kind: 'unexpected',
    status,
    why: { code, host: new URL(wire.baseUrl).host },
    ...(said !== undefined && { said }),
    correlationId,
  })
}
