import type { ServerResponse } from 'node:http'
import { assertNever } from '../../shared/assert-never.ts'
import type { Fault } from './fault.ts'
import { type Reply, refusal } from './reply.ts'
import { unauthorised } from './service.ts'

/** Answers a call as the fault says. */
export async function misbehave(
  fault: Fault,
  call: {
    readonly response: ServerResponse
    /** Lets the service do what was asked for. */
    readonly answer: () => Reply
    readonly send: (reply: Reply) => void
    readonly sleep: ((ms: number) => Promise<void>) | undefined
  },
): Promise<void> {
  const { response, answer, send, sleep } = call
  switch (fault.kind) {
    case 'throttled':
      return send(refusal(429, 'TooManyRequests', 'Too many requests.', retryAfter(fault)))
    case 'error':
      if (fault.done) answer()
      return send(
        refusal(fault.status, 'ServerError', fault.message ?? 'Something went wrong.', retryAfter(fault)),
      )
    case 'expired-token':
      return send(unauthorised)
    case 'delay': {
      if (!sleep) throw new Error('The fault "delay" needs the option "sleep"')
      const late = answer()
      await sleep(fault.ms)
      return send(late)
    }
    case 'reset':
      return void response.socket?.resetAndDestroy()
    case 'lost-answer':
      answer()
      return void response.socket?.resetAndDestroy()
    case 'cut-body':
      return sendHalf(response, JSON.stringify(answer().body))
    case 'wrong-json':
      answer()
      return void response.writeHead(200, json).end('{"batchId": ')
    case 'wrong-shape':
      answer()
      return void response.writeHead(200, json).end('{"value":"ok"}')
    case 'html':
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)
    case 'proxy':
      if (fault.done) answer()
      return void response
        .writeHead(fault.status, { 'Content-Type': 'text/html' })
        .end(fault.says === 'page' ? blocked : '')
    case 'end-word':
      return send(endingWith(fault.word, answer()))
    default:
      return assertNever(fault)
  }
}

/** The same reply, with another word where it calls a batch completed. */
export function endingWith(word: string, reply: Reply): Reply {
  const { body } = reply
  const isCompleted =
    typeof body === 'object' && body !== null && 'batchStatus' in body && body.batchStatus === 'Completed'
  return isCompleted ? { ...reply, body: { ...body, batchStatus: word } } : reply
}

const json = { 'Content-Type': 'application/json' }
const page = '<!doctype html><title>Guest network</title><p>Sign in to use this network.</p>'
const blocked = '<!doctype html><title>Access denied</title><p>This page is blocked by your organisation.</p>'

function retryAfter({ retryAfterSeconds }: { readonly retryAfterSeconds?: number }): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
}

function sendHalf(response: ServerResponse, body: string): void {
  response.writeHead(200, { ...json, 'Content-Length': Buffer.byteLength(body) })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}
