import { z } from 'zod'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { parseJson } from '../../shared/parse-json.ts'
import { excerpt } from '../network/body.ts'
import { isPage } from '../network/is-page.ts'
import { brief } from './brief.ts'
import type { Answer, Wire } from './call.ts'
import { lowerCaseKeys } from './read-keys.ts'

/**
 * Says what an answer of status 400 and above means. The call changes nothing, or the answer is surely the service's.
 * 401 is `expired`: the caller has already renewed the token.
 */
export function failureOf(answer: Answer, wire: Pick<Wire, 'baseUrl' | 'now'>): GatewayFailure {
  const { status, headers, correlationId } = answer
  const words = readWords(answer.body.text)
  const common = { correlationId, ...(words.said !== undefined && { said: words.said }) }
  const asked = retryAfterMs(headers, wire.now())
  const wait = asked === undefined ? {} : { retryAfterMs: asked }
  const { host } = new URL(wire.baseUrl)
  const notItsOwn: GatewayFailure = {
    kind: 'unexpected',
    status,
    why: { code: 'not-its-own', host },
    ...common,
  }

  // A web page is never the service's, whatever its status: it must change neither the sign-in nor the pace.
  const isForeign = status < 500 && isPage(headers, answer.body.text)
  if (isForeign && (status === 401 || status === 429)) return notItsOwn
  if (status === 401) return { kind: 'expired', why: { code: 'not-accepted' }, ...common }
  if (status === 429) return { kind: 'throttled', ...wait, ...common }
  // A proxy on the way that wants a sign-in of its own: the service never saw the request.
  if (status === 407) return { kind: 'unreachable', sent: 'no', why: { code: 'proxy', host }, ...common }
  // 408: the service (or a proxy) gave up waiting; time may help. The words don't matter: a 5xx may quote a denial by
  // another service half-way through, and reporting a denial would mean that surely nothing was done.
  if (status >= 500 || status === 408) return { kind: 'unavailable', status, ...wait, ...common }
  // Something between here and the service answered. A denial counts in any words, unless it is a page: nobody has seen
  // the service's words live, and an operator who lacks a role must learn it at once.
  if (isForeign || (status === 404 && !words.areItsOwn)) return notItsOwn
  if (status === 403 || words.denies || words.lacksRights)
    return { kind: 'denied', why: { code: words.isPartner ? 'partner' : 'role' }, ...common }
  if (status === 404) return { kind: 'not-found', ...common }
  const { code } = words
  return {
    kind: 'refused',
    status,
    ...(code !== undefined && { code }),
    ...common,
  }
}

const word = z
  .union([z.string(), z.number()])
  .transform((value) => brief(String(value)))
  .optional()
  .catch(undefined)

/** The error shapes of the admin API (MicrosoftTeams PowerShell module 7.7.0), and OData's beside them. */
const errorShape = z.object({ errorcode: word, code: word, message: word, action: word })
const errorBody = z.union([z.object({ error: errorShape }).transform(({ error }) => error), errorShape])

/**
 * Whether JSON is an error in one of the two shapes that the admin API is known to use: `{ errorCode, message }`, or
 * `{ action, code, message }` for missing rights (MicrosoftTeams PowerShell module 7.7.0), in any casing. OData's shape is
 * not among them: any gateway on the way uses it.
 */
export const isServiceError = (json: unknown): boolean => serviceError.safeParse(lowerCaseKeys(json)).success

const filled = z.string().trim().min(1)
const errorCode = z.union([filled, z.number()])
const serviceError = z.union([
  z.object({ errorcode: errorCode, message: filled }),
  z.object({ action: filled, code: errorCode, message: filled }),
])

/** The code of an error in any of the shapes that are known, as it came. */
export const errorCodeIn = (body: string): string | undefined => readWords(body).code

type Words = {
  readonly code: string | undefined
  /** The service's own words; of a body that has none of the known shapes, its beginning. */
  readonly said: string | undefined
  /** Both known shapes have a code and a message. Without both, the answer is not recognisably the service's. */
  readonly areItsOwn: boolean
  readonly denies: boolean
  /** `{ action, code, message }` is the shape for missing rights. */
  readonly lacksRights: boolean
  /** Partners got 40301 for a delegated sign-in (KelvinTegelaar/CIPP-API); its siblings have the same form. */
  readonly isPartner: boolean
}

function readWords(body: string): Words {
  const shape = errorBody.safeParse(lowerCaseKeys(parseJson(body))).data
  const code = shape?.errorcode ?? shape?.code
  const said = excerpt(shape?.message ?? body, 1000)
  const isService = isServiceError(parseJson(body))
  return {
    code,
    said,
    areItsOwn: code !== undefined && shape?.message !== undefined,
    denies: isService && /access\s*(is\s+)?denied/i.test(`${code ?? ''} ${said ?? ''}`),
    lacksRights: isService && shape?.action !== undefined,
    isPartner: /^403\d{2}$/.test(code ?? ''),
  }
}

/**
 * How long the service asks to wait, in ms: Retry-After in seconds or as an HTTP date. A date is compared with
 * the answer's own Date if there is one, because the clock of this machine may be wrong.
 */
function retryAfterMs(headers: Headers, now: number): number | undefined {
  const asked = headers.get('retry-after')?.trim()
  if (!asked) return undefined
  if (/^\d+(\.\d+)?$/.test(asked)) return Math.min(Number(asked) * 1000, aDay)
  const at = Date.parse(asked)
  if (Number.isNaN(at)) return undefined
  const sentAt = Date.parse(headers.get('date') ?? '')
  return Math.min(Math.max(0, at - (Number.isNaN(sentAt) ? now : sentAt)), aDay)
}

const aDay = 24 * 60 * 60_000
