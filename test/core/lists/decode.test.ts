import { serialize } from 'node:v8'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/core/lists/decode.ts'
import { utf8, utf16be, utf16le, windows1252 } from '../../support/encodings.ts'

const text = 'Username;HardwareId;Ort\r\ncaf\u00e9@contoso.com;00-04-F2-81-24-B3;K\u00fcche\r\n'

describe('a text is read from', () => {
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16, low byte first', utf16le(`\ufeff${text}`)],
    ['UTF-16, high byte first', utf16be(`\ufeff${text}`)],
    ['UTF-16 without a mark, low byte first', utf16le(text)],
    ['UTF-16 without a mark, high byte first', utf16be(text)],
    ['windows-1252', windows1252(text)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text)
  })

  test('windows-1252 with the characters that Latin-1 does not have', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x96, 0x92))).toBe('€–’')
  })

  test('UTF-8 with a mark, even where some of it is broken', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62))).toBe('a\ufffdb')
  })

  test('UTF-16 in other scripts, as long as its delimiters show', () => {
    const russian = 'Username,HardwareId\r\nхолл@contoso.com,00-04-F2-81-24-B3\r\n'
    expect(decodeText(utf16le(russian))).toBe(russian)
  })

  test('nothing', () => {
    expect(decodeText(new Uint8Array())).toBe('')
  })
})

test('any bytes are some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeText(bytes).length).toBeLessThanOrEqual(bytes.length)
    }),
  )
})

test('any text in UTF-8 is read as it is, but for a mark in front', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      fc.pre(any.isWellFormed() && !any.includes('\0'))
      expect(decodeText(utf8(any))).toBe(any.replace(/^\ufeff/, ''))
    }),
  )
})

test('a text without any character beyond Latin 1 takes one byte for each', () => {
  // What V8 writes of a text begins with its version, and then tells how many bytes a character has.
  const oneByte = '"'.charCodeAt(0)
  for (const bytes of [utf8(text), utf16le(`\ufeff${text}`), windows1252(text)])
    expect(serialize(decodeText(bytes))[2]).toBe(oneByte)
})
