/** One end of the context bridge: what it can do for its world. */
export type BridgeEnd = {
  /** Puts `api` on the page's window under `key`: copied, functions as calls across, frozen to the bottom. */
  expose(key: string, api: unknown): void
  /** Tells the other world something that is no call. */
  tell(message: unknown): void
  onTold(listener: (message: unknown) => void): void
}

/**
 * The bridge between the page's world and the preload's, which are real isolated worlds of the engine: they
 * share the document and no object. Values cross as the detail of events, which the engine clones between
 * worlds; functions and promises cross as numbers that stand for them. Runs in both worlds, so it refers to
 * nothing outside itself. `secret` is the events' name, which no script of the page can know.
 */
export function bridgeEnd(secret: string, here: 'page' | 'preload'): BridgeEnd {
  type Primitive = string | number | bigint | boolean | null | undefined
  type Copy =
    | Primitive
    | { readonly kind: 'plain'; readonly value: unknown }
    | { readonly kind: 'list'; readonly items: Copy[] }
    | { readonly kind: 'object'; readonly properties: [string, Copy][] }
    | { readonly kind: 'function' | 'promise'; readonly id: number }
  type Message =
    | { readonly kind: 'call'; readonly id: number; readonly args: readonly Copy[] }
    | { readonly kind: 'expose'; readonly key: string; readonly api: Copy }
    | { readonly kind: 'settled'; readonly id: number; readonly outcome: Outcome }
    | { readonly kind: 'told'; readonly message: unknown }
    | { readonly kind: 'reply'; readonly outcome: Outcome }
  type Outcome = { readonly ok: boolean; readonly copy: Copy }
  type Callable = (...args: unknown[]) => unknown

  const there = here === 'page' ? 'preload' : 'page'
  const target = document
  // Taken before any script of the page could put something else in their place.
  const { dispatchEvent } = target
  const { apply, ownKeys } = Reflect
  const { defineProperty, freeze } = Object
  const Carrier = CustomEvent
  const functions: Callable[] = []
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>()
  let lastPromise = 0
  let reply: Outcome | undefined
  let told: (message: unknown) => void = () => undefined

  target.addEventListener(`${secret} ${here}`, (event) => {
    receive((event as CustomEvent<Message>).detail)
  })

  const send = (message: Message): void => {
    apply(dispatchEvent, target, [new Carrier(`${secret} ${there}`, { detail: message })])
  }

  /** The other world replies while the event is being dispatched. */
  function ask(message: Message): unknown {
    reply = undefined
    send(message)
    const outcome = reply as Outcome | undefined
    reply = undefined
    if (!outcome) throw new Error('electron-host: the other world did not answer')
    if (!outcome.ok) throw pasted(outcome.copy)
    return pasted(outcome.copy)
  }

  function receive(message: Message): void {
    switch (message.kind) {
      case 'reply':
        reply = message.outcome
        return
      case 'call':
        send({ kind: 'reply', outcome: attempt(() => functions[message.id]?.(...message.args.map(pasted))) })
        return
      case 'expose':
        send({ kind: 'reply', outcome: attempt(() => define(message.key, pasted(message.api))) })
        return
      case 'settled': {
        const promise = promises.get(message.id)
        promises.delete(message.id)
        if (message.outcome.ok) promise?.resolve(pasted(message.outcome.copy))
        else promise?.reject(pasted(message.outcome.copy))
        return
      }
      case 'told':
        told(message.message)
    }
  }

  function attempt(work: () => unknown): Outcome {
    try {
      return { ok: true, copy: copied(work()) }
    } catch (error) {
      return { ok: false, copy: { kind: 'plain', value: asError(error) } }
    }
  }

  const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

  // A run brings tens of thousands of them across, and nothing about them needs a copy.
  const isPrimitive = (value: unknown): value is Primitive =>
    value === null || !['object', 'function', 'symbol'].includes(typeof value)

  function copied(value: unknown): Copy {
    if (isPrimitive(value)) return value
    if (typeof value === 'function') return { kind: 'function', id: functions.push(value as Callable) - 1 }
    if (value instanceof Promise) return { kind: 'promise', id: promised(value) }
    if (Array.isArray(value)) return { kind: 'list', items: value.map(copied) }
    if (Object.prototype.toString.call(value) === '[object Object]')
      return {
        kind: 'object',
        properties: Object.entries(value as object).map(([key, property]) => [key, copied(property)]),
      }
    try {
      return { kind: 'plain', value: structuredClone(value) }
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  function promised(promise: Promise<unknown>): number {
    const id = ++lastPromise
    promise.then(
      (value) => send({ kind: 'settled', id, outcome: attempt(() => value) }),
      (error) =>
        send({ kind: 'settled', id, outcome: { ok: false, copy: { kind: 'plain', value: asError(error) } } }),
    )
    return id
  }

  function pasted(copy: Copy): unknown {
    if (isPrimitive(copy)) return copy
    switch (copy.kind) {
      case 'plain':
        return copy.value
      case 'list':
        return copy.items.map(pasted)
      case 'object':
        return Object.fromEntries(copy.properties.map(([key, property]) => [key, pasted(property)]))
      case 'function':
        return (...args: unknown[]) => ask({ kind: 'call', id: copy.id, args: args.map(copied) })
      case 'promise':
        return new Promise((resolve, reject) => promises.set(copy.id, { resolve, reject }))
    }
  }

  function define(key: string, api: unknown): void {
    if (key in globalThis)
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    defineProperty(globalThis, key, { value: frozen(api), enumerable: true })
  }

  function frozen<Value>(value: Value): Value {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    // Bytes cannot be frozen, in Electron neither.
    if (ArrayBuffer.isView(value)) return value
    for (const key of ownKeys(value)) frozen((value as Record<string | symbol, unknown>)[key])
    return freeze(value)
  }

  return {
    expose: (key, api) => void ask({ kind: 'expose', key, api: copied(api) }),
    tell: (message) => send({ kind: 'told', message }),
    onTold(listener) {
      told = listener
    },
  }
}
