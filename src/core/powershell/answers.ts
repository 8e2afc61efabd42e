import type { Answer } from '../gateway/call.ts'
import { soundsFull } from '../gateway/create-batch-answer.ts'
import type { BridgeAnswer, Fault } from './messages.ts'

/**
 * Turns a cmdlet's answer into the HTTP answer that it must have had. One code then reads both ways, with the same
 * schemas and the same table of proofs. An unknown status is 0, which proves nothing.
 */
export function answerOf(answer: BridgeAnswer, to: 'create' | 'read' = 'read'): Answer {
  if (!answer.ok) return faultAnswer(answer.error, to)
  const { value, warning } = answer
  return {
    ...{ status: 200, headers: new Headers(), correlationId: '' },
    body: { text: JSON.stringify(value ?? null), end: 'whole' },
    ...(warning !== '' && { warning }),
  }
}

/** Whether the cmdlet had no answer of the service: its request may or may not have arrived. */
export const isUnanswered = ({ causes, status, body }: Fault): boolean =>
  status === undefined &&
  body === '' &&
  causes.some((name) =>
    /^(HttpRequest|TaskCanceled|OperationCanceled|Socket|Web|IO|Timeout)Exception$/.test(name),
  )

function faultAnswer(fault: Fault, to: 'create' | 'read'): Answer {
  return {
    status: statusOf(fault),
    headers: new Headers(fault.retryAfter === '' ? {} : { 'Retry-After': fault.retryAfter }),
    body: { text: bodyOf(fault, to), end: 'whole' },
    correlationId: fault.correlationId,
  }
}

/** The part before the comma: the code of the body, or the name of the status (Azure/autorest.powershell). */
const nameOf = ({ id }: Fault): string => (id.includes(',') ? (id.split(',', 1)[0] ?? '') : '')

function statusOf(fault: Fault): number {
  const { status } = fault
  if (status !== undefined) return status >= 400 && status < 600 ? status : 0
  const name = nameOf(fault)
  // Windows PowerShell has no name for some statuses, and gives their number.
  if (/^[45]\d\d$/.test(name)) return Number(name)
  const known = statuses.get(name.toLowerCase())
  if (known !== undefined) return known
  const said = saidBy(fault)
  if (denied.test(said)) return 403
  return signedOut.test(said) ? 401 : 0
}

/** .NET, HttpStatusCode. */
const statuses: ReadonlyMap<string, number> = new Map([
  ['badrequest', 400],
  ['unauthorized', 401],
  ['forbidden', 403],
  ['notfound', 404],
  ['proxyauthenticationrequired', 407],
  ['requesttimeout', 408],
  ['conflict', 409],
  ['toomanyrequests', 429],
  ['internalservererror', 500],
  ['badgateway', 502],
  ['serviceunavailable', 503],
  ['gatewaytimeout', 504],
])

// Exactly the words that we have seen: a proxy may speak of access or credentials in other sentences.
const denied = /^\s*access\s*(is\s+)?denied\.?\s*$/i
const signedOut = /^\s*(invalid credential|run connect-microsoftteams before)/i

/** Whether these are words that only the service uses to refuse createbatch. */
const isKnown = (said: string): boolean => denied.test(said) || signedOut.test(said) || soundsFull(said)

/** `[code] : message`, from a body that had both. */
const coded = /^\[([^\]]+)\] : ([\s\S]+)$/

function saidBy({ message, details }: Fault): string {
  return details === '' ? (coded.exec(message)?.[2] ?? message) : details
}

/**
 * The body, if the error has it. Otherwise this writes the service's own shape, but only if the error has something
 * that no other error has: a proxy's words must not look like the service's. Any gateway on the way may answer with a
 * code and a message. So only two things prove that the service took no batch: the recommended action, which no other
 * shape has, or known words.
 */
function bodyOf(fault: Fault, to: 'create' | 'read'): string {
  if (fault.body !== '') return fault.body
  const message = saidBy(fault)
  const [, code] = coded.exec(fault.message) ?? []
  if (code !== undefined && fault.action !== '')
    return JSON.stringify({ action: fault.action, code, message })
  if (code !== undefined && to === 'read') return JSON.stringify({ errorCode: code, message })
  // Some of the module's errors have no body. This one counts for reads only: a missing batch leads to no submission.
  const isMissing =
    to === 'read' && fault.status === undefined && /^NotFound,Microsoft\.Teams\./.test(fault.id)
  if (isMissing || isKnown(message))
    return JSON.stringify({ errorCode: nameOf(fault) || fault.reason || 'Error', message })
  return message
}
