/** A value that a page can send through structured clone, and that no channel was made for. */
export type HostileValue = { readonly name: string; readonly make: () => unknown }

const value = (name: string, make: () => unknown): HostileValue => ({ name, make })

/** Also built in a page, so each function refers to nothing outside itself. */
export const hostileValues: readonly HostileValue[] = [
  value('null', () => null),
  value('a number', () => 7),
  value('NaN', () => Number.NaN),
  value('minus infinity', () => Number.NEGATIVE_INFINITY),
  value('a huge number', () => 1e308),
  value('minus zero', () => -0),
  value('true', () => true),
  value('a big integer', () => 2n ** 200n),
  value('an object without anything', () => ({})),
  value('an array without anything', () => []),
  value('an array in an array', () => [[[]]]),
  value('a date', () => new Date(0)),
  value('no date', () => new Date(Number.NaN)),
  value('a pattern', () => /(a+)+$/),
  value('a map', () => new Map([['way', 'browser']])),
  value('a set', () => new Set([1])),
  value('an error', () => new RangeError('forged')),
  value('bytes', () => new ArrayBuffer(8)),
  value('floats', () => new Float64Array(8)),
  value('a view', () => new DataView(new ArrayBuffer(8))),
  value('an object for a number', () => Object(7)),
  value('an object for a text', () => Object('text')),
  value('itself within itself', () => {
    const own: { self?: unknown } = {}
    own.self = own
    return own
  }),
  value('an array within itself', () => {
    const own: unknown[] = []
    own.push(own)
    return own
  }),
  value('a deep object', () => {
    let deep: object = {}
    for (let depth = 0; depth < 500; depth++) deep = { sheet: deep }
    return deep
  }),
  value('an endless web of few objects', () => {
    let web: object = {}
    for (let depth = 0; depth < 500; depth++) web = { sheet: web, rows: [web] }
    return web
  }),
  value('an endless array of nothing', () => new Array(4_294_967_295)),
  value('an endless array with holes', () => Object.assign(new Array(50_000_000), { 49999999: 1 })),
  value('a getter', () => ({
    get way() {
      return 'password'
    },
  })),
  value('a prototype of its own', () => JSON.parse('{"__proto__":{"polluted":1},"way":"browser"}')),
  value('a constructor of its own', () => ({ constructor: { prototype: { polluted: 1 } }, way: 'browser' })),
  value('methods by name', () => JSON.parse('{"toString":1,"valueOf":1,"toJSON":1,"then":1,"length":1e9}')),
  value('an object like an array', () => ({ length: 4_294_967_295, 0: 'a' })),
  value('many keys', () =>
    Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, index])),
  ),
  value('a huge object', () => Array.from({ length: 5_000 }, (_, index) => ({ index }))),
]
