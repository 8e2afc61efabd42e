import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Commands = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues
type Events = Protocol.Events

/** One conversation in the Chrome DevTools Protocol: with the browser, or with one page of it. */
export type Cdp = {
  send<Method extends keyof Commands>(method: Method, params?: Commands[Method]): Promise<Answers[Method]>
  on<Event extends keyof Events>(event: Event, listener: (payload: Events[Event]) => void): void
  /** The conversation with a page that `Target.attachToTarget` has opened. */
  session(sessionId: string): Cdp
}

type Message = {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: never
  readonly result?: never
  readonly error?: { readonly message: string }
}

/**
 * Speaks the protocol over the browser's pipe: messages end with a NUL. A pipe, not a socket, because the
 * browser ends by itself when the process at the other end does, however that ends.
 */
export function openCdp(toBrowser: Writable, fromBrowser: Readable): Cdp {
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Map<string, ((payload: never) => void)[]>()
  let lastId = 0

  readMessages(fromBrowser, (message) => {
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
    } else if (message.method && message.params)
      for (const listener of listeners.get(address(message.sessionId, message.method)) ?? [])
        listener(message.params)
  })

  const conversation = (sessionId: string | undefined): Cdp => ({
    send(method, params) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          if (error) reject(new Error(`${method}: ${error.message}`))
          else resolve(result as never)
        })
        toBrowser.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
      })
    },
    on(event, listener) {
      const key = address(sessionId, event)
      listeners.set(key, [...(listeners.get(key) ?? []), listener])
    },
    session: conversation,
  })
  return conversation(undefined)
}

const address = (sessionId: string | undefined, method: string): string => `${sessionId ?? ''} ${method}`

function readMessages(from: Readable, take: (message: Message) => void): void {
  let parts: string[] = []
  from.setEncoding('utf8')
  from.on('data', (chunk: string) => {
    const [first = '', ...rest] = chunk.split('\0')
    parts.push(first)
    for (const next of rest) {
      const message: Message = JSON.parse(parts.join(''))
      parts = [next]
      take(message)
    }
  })
}
