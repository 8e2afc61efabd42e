import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanCell, isBlank } from '../../../src/shared/phones/clean.ts'
import { anyMac, anyPort, anyUsername } from '../../support/phone-arbitraries.ts'

describe('cleaning a cell', () => {
  test.each([
    ['surrounding blanks', '  lobby@contoso.com\t', 'lobby@contoso.com'],
    ['no-break blanks', '\u00a0lobby@contoso.com\u202f', 'lobby@contoso.com'],
    ['zero-width blanks', 'lobby\u200b@contoso.com\ufeff', 'lobby@contoso.com'],
    [
      'direction marks, as copied from a Windows dialog',
      '\u202alobby@contoso.com\u202c',
      'lobby@contoso.com',
    ],
    ['soft hyphens', '00-04-F2\u00ad-81-24-B3', '00-04-F2-81-24-B3'],
    ['typographic dashes', '00–04—F2‑81−24－B3', '00-04-F2-81-24-B3'],
    ['typographic apostrophes', 'o’brien@contoso.com', "o'brien@contoso.com"],
    ['quotes after a blank', ' "lobby@contoso.com"', 'lobby@contoso.com'],
    ['typographic quotes', '“lobby@contoso.com”', 'lobby@contoso.com'],
    ['the formula that keeps digits from becoming a number', '="000412345678"', '000412345678'],
  ])('undoes %s', (_, typed, clean) => {
    expect(cleanCell(typed)).toBe(clean)
  })

  test('leaves blanks within a cell', () => {
    expect(cleanCell('front desk@contoso.com')).toBe('front desk@contoso.com')
  })

  test('finds nothing to do the second time', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(cleanCell(cleanCell(typed))).toBe(cleanCell(typed))
      }),
    )
  })

  test('has nothing to do in what is valid as typed', () => {
    fc.assert(
      fc.property(fc.oneof(anyUsername, anyHardwareId), (typed) => {
        expect(cleanCell(typed)).toBe(typed)
      }),
    )
  })

  test('is quick with a megabyte of formula signs', () => {
    expect(cleanCell('="'.repeat(500_000))).toBe('')
  })
})

describe('a blank cell', () => {
  test.each(['', ' ', '\u00a0', '\u200b\ufeff', '""', '="" ', '\x1a'])('is one like %j', (cell) => {
    expect(isBlank(cell)).toBe(true)
  })

  test('is one of which nothing is left', () => {
    fc.assert(
      fc.property(anyText, (cell) => {
        expect(isBlank(cell)).toBe(cleanCell(cell) === '')
      }),
    )
  })
})

const anyHardwareId = fc.tuple(anyMac, anyPort).map(([mac, port]) => mac + port)

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '@', '.', '-', '=', '"', ' ', '\u00a0', '\u200b', '–', '’', '”') }),
  fc.emailAddress(),
)
