import { assertNever } from '../../shared/assert-never.ts'
import type { Fault } from './fault.ts'
import { type Reply, refusal } from './reply.ts'
import { unauthorised } from './service.ts'

/** The answer to a call that a fault meets. */
export type FaultyAnswer =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly afterMs?: number }
  /** A text in place of the service's JSON, sent as it stands. */
  | { readonly kind: 'text'; readonly status: number; readonly type: string; readonly text: string }
  /** The first half of the reply's body, and then nothing more. */
  | { readonly kind: 'half'; readonly reply: Reply }
  /** The connection breaks. */
  | { readonly kind: 'nothing' }

/** Lets the service carry out the request (`answer`), unless the fault prevents that, and returns the answer. */
export function faultyAnswer(fault: Fault, answer: () => Reply): FaultyAnswer {
  switch (fault.kind) {
    case 'throttled':
      return reply(refusal(429, 'TooManyRequests', 'Too many requests.', retryAfter(fault)))
    case 'error':
      if (fault.done) answer()
      return reply(
        refusal(fault.status, 'ServerError', fault.message ?? 'Something went wrong.', retryAfter(fault)),
      )
    case 'expired-token':
      return reply(unauthorised)
    case 'empty-history':
      return reply({ status: 200, body: [] })
    case 'delay':
      return { kind: 'reply', reply: answer(), afterMs: fault.ms }
    case 'reset':
      return { kind: 'nothing' }
    case 'lost-answer':
      answer()
      return { kind: 'nothing' }
    case 'cut-body':
      return { kind: 'half', reply: answer() }
    case 'wrong-json':
      answer()
      return { kind: 'text', status: 200, type: 'application/json', text: '{"batchId": ' }
    case 'wrong-shape':
      answer()
      return reply({ status: 200, body: { value: 'ok' } })
    case 'html':
      return { kind: 'text', status: 200, type: 'text/html', text: portal }
    case 'proxy':
      if (fault.done) answer()
      return { kind: 'text', status: fault.status, ...ofProxy[fault.says] }
    case 'end-word':
      return reply(endingWith(fault.word, answer()))
    case 'without-key':
      return reply(withEach(answer(), ({ [fault.key]: _, ...rest }) => rest))
    case 'other-value':
      return reply(withEach(answer(), (one) => ({ ...one, [fault.key]: fault.value })))
    case 'other-count':
      return reply(counting(fault.count, answer()))
    default:
      return assertNever(fault)
  }
}

const reply = (reply: Reply): FaultyAnswer => ({ kind: 'reply', reply })

/** The same reply, with another word where it calls a batch completed. */
function endingWith(word: string, reply: Reply): Reply {
  const { body } = reply
  const isCompleted =
    typeof body === 'object' && body !== null && 'batchStatus' in body && body.batchStatus === 'Completed'
  return isCompleted ? { ...reply, body: { ...body, batchStatus: word } } : reply
}

/** The same reply, with another number of phones for each batch that it lists. */
function counting(batchItemsCount: number, reply: Reply): Reply {
  const { body } = reply
  return Array.isArray(body) ? { ...reply, body: body.map((one) => ({ ...one, batchItemsCount })) } : reply
}

/** The same reply, with each item of its list changed, or with its single item changed. */
function withEach(
  reply: Reply,
  change: (one: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Reply {
  const { body } = reply
  return { ...reply, body: Array.isArray(body) ? body.map(change) : change({ ...(body as object) }) }
}

const portal = '<!doctype html><title>Guest network</title><p>Sign in to use this network.</p>'
const ofProxy = {
  page: {
    type: 'text/html',
    text: '<!doctype html><title>Access denied</title><p>This page is blocked by your organisation.</p>',
  },
  nothing: { type: 'text/html', text: '' },
  json: {
    type: 'application/json',
    text: '{"error":{"code":"Conflict","message":"Access denied: too many concurrent batches are running in this region."}}',
  },
  text: {
    type: 'text/plain',
    text: 'Access denied: too many concurrent batches are running in this region.',
  },
} as const

function retryAfter({ retryAfterSeconds }: { readonly retryAfterSeconds?: number }): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
}
