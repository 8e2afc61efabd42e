/**
 * Carries what the structured clone algorithm can clone as text, so that it crosses between Node and a page
 * unchanged: undefined, NaN, dates, maps, sets, bytes, errors, shared and circular references. One function
 * that refers to nothing outside itself: its source runs in the page, too.
 */
export function cloneCodec(): Codec {
  type Tagged = readonly [tag: string, ...rest: unknown[]]
  const views = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  ]
  const errors = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]

  function encode(value: unknown): string {
    let cloned: unknown
    try {
      cloned = structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    const seen = new Map<object, number>()
    return JSON.stringify(node(cloned))

    function node(one: unknown): unknown {
      if (one === undefined) return ['undefined']
      if (typeof one === 'bigint') return ['bigint', String(one)]
      if (Object.is(one, -0)) return ['number', '-0']
      if (typeof one === 'number' && !Number.isFinite(one)) return ['number', String(one)]
      return typeof one === 'object' && one !== null ? objectNode(one) : one
    }

    function objectNode(one: object): Tagged {
      const before = seen.get(one)
      if (before !== undefined) return ['again', before]
      seen.set(one, seen.size)
      if (Array.isArray(one)) return ['array', one.length, ...properties(one)]
      if (one instanceof Date) return ['date', node(one.getTime())]
      if (one instanceof RegExp) return ['regexp', one.source, one.flags]
      if (one instanceof Map) return ['map', ...[...one].flat(1).map(node)]
      if (one instanceof Set) return ['set', ...[...one].map(node)]
      if (one instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(one))]
      if (ArrayBuffer.isView(one)) return viewNode(one)
      if (one instanceof Error) return errorNode(one)
      if (Object.getPrototypeOf(one) === Object.prototype) return ['object', ...properties(one)]
      throw new Error(`electron-host: sending a ${one.constructor.name} is not implemented`)
    }

    function properties(one: object): unknown[] {
      return Object.entries(one).flatMap(([key, property]) => [key, node(property)])
    }

    function viewNode(one: ArrayBufferView): Tagged {
      const kind = views.findIndex((type) => one instanceof type)
      const length = one instanceof DataView ? one.byteLength : (one as Uint8Array).length
      return ['view', kind, node(one.buffer), one.byteOffset, length]
    }

    function errorNode(one: Error): Tagged {
      const kind = errors.findLastIndex((type) => one instanceof type)
      return ['error', kind, one.message, one.stack, node(one.cause)]
    }
  }

  function decode(text: string): unknown {
    const made: unknown[] = []
    return value(JSON.parse(text))

    function value(one: unknown): unknown {
      if (!Array.isArray(one)) return one
      const [tag, ...rest] = one
      if (tag === 'undefined') return undefined
      if (tag === 'bigint') return BigInt(rest[0])
      if (tag === 'number') return Number(rest[0])
      return tag === 'again' ? made[rest[0]] : object(tag, rest)
    }

    // An object has its number before what it contains, because what it contains may refer to it.
    // biome-ignore lint/suspicious/noExplicitAny: the text was written by encode
    function object(tag: string, rest: any[]): unknown {
      const number = made.push(undefined) - 1
      const keep = <Made>(one: Made): Made => {
        made[number] = one
        return one
      }
      switch (tag) {
        case 'array':
          return fill(keep(new Array(rest[0])), rest.slice(1))
        case 'object':
          return fill(keep({}), rest)
        case 'date':
          return keep(new Date(value(rest[0]) as number))
        case 'regexp':
          return keep(new RegExp(rest[0], rest[1]))
        case 'map': {
          const map = keep(new Map())
          for (let index = 0; index < rest.length; index += 2)
            map.set(value(rest[index]), value(rest[index + 1]))
          return map
        }
        case 'set': {
          const set = keep(new Set())
          for (const one of rest) set.add(value(one))
          return set
        }
        case 'buffer':
          return keep(fromBase64(rest[0]).buffer)
        case 'view': {
          const View = views[rest[0]] as Uint8ArrayConstructor
          return keep(new View(value(rest[1]) as ArrayBuffer, rest[2], rest[3]))
        }
        case 'error': {
          const error = keep(new (errors[rest[0]] as ErrorConstructor)(rest[1]))
          Object.defineProperty(error, 'stack', { value: rest[2], configurable: true, writable: true })
          const cause = value(rest[3])
          if (cause !== undefined) Object.defineProperty(error, 'cause', { value: cause, configurable: true })
          return error
        }
        default:
          throw new Error(`electron-host: ${tag} is no kind of value`)
      }
    }

    function fill<Made extends object>(target: Made, rest: unknown[]): Made {
      for (let index = 0; index < rest.length; index += 2)
        Object.defineProperty(target, rest[index] as string, {
          value: value(rest[index + 1]),
          configurable: true,
          enumerable: true,
          writable: true,
        })
      return target
    }
  }

  function toBase64(bytes: Uint8Array): string {
    let binary = ''
    // String.fromCharCode takes no more arguments than fit on the stack.
    for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
    return btoa(binary)
  }

  function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
    const binary = atob(base64)
    const bytes = new Uint8Array(binary.length)
    for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
    return bytes
  }

  return { encode, decode }
}

type Codec = {
  /** Throws what Electron throws of a value that cannot be sent. */
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
}
