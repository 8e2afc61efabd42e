import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoted } from '../../../src/shared/text/quoted.ts'

test('a value stands in quotes as it is', () => {
  expect(quoted('café, 2nd floor')).toBe('"café, 2nd floor"')
})

test('a long value is shortened', () => {
  expect(quoted('a'.repeat(1_000_000))).toBe(`"${'a'.repeat(59)}…"`)
})

test.each([
  ['a\nb\u001b[31m\0', '"a␊b␛[31m␀"'],
  ['\u00a0a\u200bb', '"«U+00A0»a«U+200B»b"'],
  ['\u202egpj.exe', '"«U+202E»gpj.exe"'],
  ['\u007f\u009b', '"«U+007F»«U+009B»"'],
  ['\ud83d', '"\ufffd"'],
])('what cannot be seen is made visible in %j', (value, shown) => {
  expect(quoted(value)).toBe(shown)
})

test('no value can put a control or an invisible character into a message', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(quoted(value)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      expect(quoted(value).isWellFormed()).toBe(true)
    }),
  )
})

test('each character of the first plane stays as it is, or is made visible', () => {
  const unseen = /[\p{Cc}\p{Cf}\u00a0\u2007\u202f\u2028\u2029]/u
  const characters = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code))
  const wrong = characters.filter((character) => {
    const isPlain = character.isWellFormed() && !unseen.test(character)
    return (quoted(character) === `"${character}"`) !== isPlain
  })
  expect(wrong).toEqual([])
})
