import { EventEmitter } from 'node:events'

/**
 * Where the lookup of a property ends that an object of the host does not have: code that relies on what the
 * host lacks must fail by name, not by a silent undefined. `then` and symbols are asked for by the language.
 */
function endOfChain(name: string, parent: object): object {
  return new Proxy(parent, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON')
        return Reflect.get(target, key, receiver)
      throw missing(`${name}.${key}`)
    },
  })
}

export const missing = (name: string): Error => new Error(`electron-host: ${name} is not implemented`)

/** An object of Electron of which only `implemented` is there. */
export function partly<Whole extends object>(name: string, implemented: Partial<Whole>): Whole {
  return Object.setPrototypeOf(implemented, endOfChain(name, Object.prototype))
}

/** The same for an object that emits events. */
export function partlyEmitting<Whole extends object>(name: string, implemented: Partial<Whole>): Whole {
  const emitter = new EventEmitter()
  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(implemented))
  return Object.setPrototypeOf(emitter, endOfChain(name, EventEmitter.prototype))
}

/** A base class for the classes of Electron that are implemented in part. */
export function partialClass(name: string): new () => EventEmitter {
  class Partial extends EventEmitter {}
  Object.setPrototypeOf(Partial.prototype, endOfChain(name, EventEmitter.prototype))
  return Partial
}

/** A module or class of Electron of which nothing is there. */
export function absent(name: string): never {
  const refuse = (key?: string | symbol): never => {
    throw missing(key === undefined ? name : `${name}.${String(key)}`)
  }
  return new Proxy(class {}, {
    get: (_target, key) => (typeof key === 'symbol' ? undefined : refuse(key)),
    set: (_target, key) => refuse(key),
    apply: () => refuse(),
    construct: () => refuse(),
  }) as never
}
