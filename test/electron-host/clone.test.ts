import { expect, test } from 'vitest'
import { cloneCodec } from './clone.ts'

const { encode, decode } = cloneCodec()
const carried = (value: unknown): unknown => decode(encode(value))

test.each([
  ['plain values', { a: 1, b: 'ü', c: true, d: null, e: [1, [2]] }],
  ['what JSON loses', { a: undefined, b: Number.NaN, c: -0, d: -Infinity, e: 12n, f: new Date(0) }],
  ['an invalid date', new Date(Number.NaN)],
  ['maps and sets', new Map<unknown, unknown>([['a', new Set([1, { b: 2 }])]])],
  ['bytes', { bytes: Uint8Array.of(0, 127, 128, 255) }],
  ['numbers in bytes', Float64Array.of(0.1, Number.NaN)],
  ['a key that is special', JSON.parse('{"__proto__": {"a": 1}}')],
  ['arrays with holes', Object.assign(new Array(3), { 1: 'a' })],
  ['a regular expression', /a+/giu],
])('%s arrive as they were', (_name, value) => {
  expect(carried(value)).toStrictEqual(value)
})

test('a view of some bytes arrives as a view of those', () => {
  const view = new Uint8Array(Uint8Array.of(1, 2, 3, 4).buffer, 1, 2)

  expect(carried(view)).toStrictEqual(Uint8Array.of(2, 3))
})

test('errors keep their kind, message and cause', () => {
  const error = carried(new RangeError('too far', { cause: new Error('why') })) as RangeError

  expect(error).toBeInstanceOf(RangeError)
  expect(error).toMatchObject({ message: 'too far', cause: { message: 'why' } })
})

test('shared and circular references stay what they are', () => {
  const shared = Uint8Array.of(1)
  const ring: Record<string, unknown> = { first: shared, second: shared }
  ring['self'] = ring
  const arrived = carried(ring) as typeof ring

  expect(arrived['self']).toBe(arrived)
  expect(arrived['first']).toBe(arrived['second'])
})

test('five megabytes of bytes arrive', () => {
  const bytes = Uint8Array.from({ length: 5 * 1024 * 1024 }, (_, i) => i)

  expect(Buffer.compare(carried(bytes) as Uint8Array, bytes)).toBe(0)
})

test.each([
  ['a function', () => 1],
  ['a promise', Promise.resolve()],
  ['a symbol', Symbol('a')],
])('%s cannot be sent', (_name, value) => {
  expect(() => encode({ value })).toThrow('An object could not be cloned.')
})
