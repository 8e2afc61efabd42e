import type { ServerResponse } from 'node:http'
import { assertNever } from '../../shared/assert-never.ts'
import type { Fault } from './fault.ts'
import { faultyAnswer } from './faulty-answer.ts'
import type { Reply } from './reply.ts'

/** Answers a call as the fault says. */
export async function misbehave(
  fault: Fault,
  call: {
    readonly response: ServerResponse
    /** Lets the service carry out the request. */
    readonly answer: () => Reply
    readonly send: (reply: Reply) => void
    readonly sleep: ((ms: number) => Promise<void>) | undefined
  },
): Promise<void> {
  const { response, answer, send, sleep } = call
  const back = faultyAnswer(fault, answer)
  switch (back.kind) {
    case 'reply':
      if (back.afterMs !== undefined) {
        if (!sleep) throw new Error('The fault "delay" needs the option "sleep"')
        await sleep(back.afterMs)
      }
      return send(back.reply)
    case 'text':
      return void response.writeHead(back.status, { 'Content-Type': back.type }).end(back.text)
    case 'half':
      return sendHalf(response, JSON.stringify(back.reply.body))
    case 'nothing':
      return void response.socket?.resetAndDestroy()
    default:
      return assertNever(back)
  }
}

function sendHalf(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}
