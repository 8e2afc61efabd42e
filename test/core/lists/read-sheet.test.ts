import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSheet } from '../../../src/core/lists/open-sheet.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { utf8, utf16be, utf16le, windows1252 } from '../../support/encodings.ts'
import { anyMac, anyPort, anyUsername, macForms } from '../../support/phone-arbitraries.ts'
import { sampleBytes } from '../../support/sheets.ts'

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))
const zip = (entry: string) =>
  Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 8, ...ascii(entry), 0xff, 0x9d, 0, 1])

describe('a file is no list', () => {
  test.each([
    ['an Excel workbook', zip('[Content_Types].xml xl/workbook.xml'), 'file-binary', 'is an Excel workbook'],
    [
      'an old Excel workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      'file-binary',
      'select File > Save As',
    ],
    ['a compressed file', zip('phones.csv'), 'file-binary', 'is a compressed file'],
    ['a PDF document', utf8('%PDF-1.7\n%âãÏÓ\n'), 'file-binary', 'is a PDF document'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'file-binary',
      "isn't a text file",
    ],
    [
      'compressed bytes',
      Uint8Array.from([0x1f, 0x8b, 8, 1, 2, 3, 4, 5, 6, 0x9d]),
      'file-binary',
      "isn't a text file",
    ],
    ['a text with a zero in it', utf8('Username,HardwareId\na@b.cc,\0'), 'file-binary', "isn't a text file"],
    ['empty', new Uint8Array(), 'file-empty', 'is empty'],
    ['only a mark', Uint8Array.of(0xff, 0xfe), 'file-empty', 'is empty'],
    ['a web page', utf8('<!DOCTYPE html>\n<html></html>'), 'file-binary', 'is a web page'],
    ['JSON', utf8('[\n  { "Username": "a@b.cc" }\n]'), 'file-binary', 'is JSON'],
    ['XML', utf8('<?xml version="1.0"?>\n<Workbook></Workbook>'), 'file-binary', 'is XML'],
    [
      'an OpenDocument spreadsheet',
      zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      'file-binary',
      '(.ods)',
    ],
    ['a spreadsheet of Numbers', zip('Index/Document.iwa'), 'file-binary', 'Apple Numbers'],
    ['a binary workbook', zip('xl/workbook.bin'), 'file-binary', '(.xlsb)'],
    ['a document of Word', zip('word/document.xml'), 'file-binary', 'is a document'],
    ['too large', new Uint8Array(5 * 1024 * 1024 + 1).fill(97), 'file-too-large', 'is larger than 5 MB'],
  ])('where it is %s', async (_, bytes, code, says) => {
    const result = await readSheet('phones.csv', bytes)
    expect(result).toMatchObject({ ok: false, failure: { severity: 'error', code } })
    if (result.ok) return
    expect(result.failure.message).toContain('"phones.csv"')
    expect(result.failure.message).toContain(says)
    expect(result.failure).not.toHaveProperty('row')
  })

  test('whatever its name says: content decides', async () => {
    expect((await readSheet('phones.xlsx', sampleBytes('phones-100.csv'))).ok).toBe(true)
  })
})

test('a list of exactly 5 MB is read', async () => {
  const bytes = new Uint8Array(5 * 1024 * 1024).fill(0x20)
  bytes.set(utf8('Username,HardwareId\na@b.cc,00-04-F2-81-24-B3\n'))
  expect(await readSheet('phones.csv', bytes)).toMatchObject({ ok: true, value: { rows: [{ row: 2 }] } })
})

test('the messy sample is read with its marks, accents and dashes', async () => {
  const result = await readSheet('messy.csv', sampleBytes('messy.csv'))
  expect(result.ok && result.value.rows.map(({ row, username }) => [row, username])).toEqual([
    [2, 'reception@contoso.com'],
    [3, ' lobby@contoso.com '],
    [4, 'café@contoso.com'],
    [5, 'kitchen@contoso.com'],
    [6, 'desk, second floor'],
    [7, 'warehouse@contoso.museum'],
    [8, 'yard@contoso.com'],
    [10, 'gate@contoso.com'],
    [11, 'gate@contoso.com'],
    [12, 'lift@contoso.com'],
  ])
})

test('any bytes are a list or a reason why not, never an exception', async () => {
  const header = [...utf8('Username,HardwareId\n')]
  const csvish = fc.array(fc.constantFrom(...ascii('",;\t\n\r\'=@-:.a0 \u00a0')), { maxLength: 80 })
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    csvish.map((bytes) => Uint8Array.from(bytes)),
    csvish.map((bytes) => Uint8Array.from([...header, ...bytes])),
  )
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const result = await readSheet('phones.csv', bytes)
      if (!result.ok)
        expect(result.failure).toMatchObject({ severity: 'error', message: expect.stringMatching(/./) })
      else expect(checkPhones(result.value, 'NOAM').rows).toHaveLength(result.value.rows.length)
    }),
    { numRuns: 2_000 },
  )
})

describe('phones that are written to a file', () => {
  const phone = fc.record({
    username: anyUsername,
    mac: anyMac,
    port: anyPort,
    region: fc.constantFrom('NOAM', 'EMEA', 'APAC'),
    form: fc.constantFrom(...macForms),
    note: fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '\t', '"', '\n', '\r\n', "'", '=') }),
    blanksBefore: fc.nat(2),
  })
  const anyPhones = fc.uniqueArray(phone, {
    minLength: 1,
    maxLength: 20,
    selector: ({ mac, port }) => mac + port,
  })
  const style = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quoteAll: fc.boolean(),
    header: fc.constantFrom(['Username', 'HardwareId', 'Region'], ['user name', 'HARDWARE_ID', ' region ']),
    encode: fc.constantFrom(utf8, utf16le, utf16be, windows1252),
    mark: fc.boolean(),
    noteFirst: fc.boolean(),
    sepLine: fc.boolean(),
    lastNewline: fc.boolean(),
  })

  test('are read back the same, whatever delimiter, line ends, quotes, encoding and separators', async () => {
    await fc.assert(
      fc.asyncProperty(anyPhones, style, async (phones, how) => {
        const { delimiter, newline, quoteAll, encode } = how
        const cell = (text: string): string =>
          quoteAll || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        const record = (cells: readonly string[], note: string): string =>
          (how.noteFirst ? [note, ...cells] : [...cells, note]).map(cell).join(delimiter)
        const records = phones.flatMap(({ username, mac, port, region, form, note, blanksBefore }) => [
          ...Array.from({ length: blanksBefore }, () => ''),
          record([username, form(mac) + port, region], note),
        ])
        const text = [
          ...(how.sepLine ? [`sep=${delimiter}`] : []),
          record(how.header, 'Notes'),
          ...records,
        ].join(newline)
        const marked = how.mark && encode !== windows1252 ? `\ufeff${text}` : text
        const result = await readSheet('phones.csv', encode(how.lastNewline ? marked + newline : marked))
        if (!result.ok) throw new Error(result.failure.message)

        const { rows, issues } = checkPhones(result.value, undefined)
        let row = 1
        expect(rows).toEqual(
          phones.map(({ username, mac, port, region, blanksBefore }) => {
            row += blanksBefore + 1
            return { row, username, hardwareId: mac + port, region, status: 'ready' }
          }),
        )
        const codes = new Set(issues.map(({ code }) => code))
        codes.delete('account-on-several-devices')
        for (const warning of ['mac-local', 'account-of-person'] as const) codes.delete(warning)
        expect([...codes]).toEqual(['column-unused'])
      }),
      { numRuns: 500 },
    )
  })
})
