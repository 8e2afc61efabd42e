import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regions } from '../../../src/shared/gateway/region.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { cleanCell } from '../../../src/shared/phones/clean.ts'
import { columns } from '../../../src/shared/phones/column.ts'
import { editCell } from '../../../src/shared/phones/edit-cell.ts'
import { issueLine } from '../../../src/shared/phones/issue-words.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'
import { anyMac, anyPort, anyUsername, macForms } from '../../support/phone-arbitraries.ts'

const anyHardwareId = fc
  .tuple(anyMac, anyPort, fc.constantFrom(...macForms))
  .map(([mac, port, form]) => form(mac) + port)

// Few different values, so that rows repeat devices and accounts; short ones, so that messages name them whole.
const anyCell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a@b.cc',
    'A@b.cc',
    ' a@b.cc',
    '0004f28124b3',
    '00-04-F2-81-24-B3',
    '4.00E+11',
    'EMEA',
    'eu',
  ),
  fc.constantFrom('00-90-8F-00-00-01:1', '00:90:8f:00:00:01:001', '412345678', '000000000000', 'sip:a@b.cc'),
  anyUsername,
  anyHardwareId,
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

const anySheet: fc.Arbitrary<Sheet> = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 3 }),
        username: anyCell,
        hardwareId: anyCell,
        region: anyCell,
      }),
    ),
  )
  .map(([hasRegionColumn, cells]) => {
    let row = 1
    const rows = cells.map(({ gap, username, hardwareId, region }) => {
      row += gap
      return { row, username, hardwareId, region: hasRegionColumn ? region : '' }
    })
    return { name: 'phones.csv', hasRegionColumn, issues: [], rows }
  })

const anySelection = fc.option(fc.constantFrom(...regions), { nil: undefined })

describe('the check of any sheet', () => {
  test('keeps every row, in the order of the file', () => {
    fc.assert(
      fc.property(anySheet, anySelection, (sheet, region) => {
        expect(checkPhones(sheet, region).rows.map(({ row }) => row)).toEqual(
          sheet.rows.map(({ row }) => row),
        )
      }),
    )
  })

  test('finds errors on exactly the rows that it leaves out', () => {
    fc.assert(
      fc.property(anySheet, anySelection, (sheet, region) => {
        const { rows, issues } = checkPhones(sheet, region)
        const wrong = new Set(
          issues.flatMap(({ severity, row }) => (severity === 'error' && row ? [row] : [])),
        )
        expect(rows.filter(({ status }) => status === 'error').map(({ row }) => row)).toEqual([...wrong])
      }),
    )
  })

  test('names a row, a column and the value as it stands there, in the message too', () => {
    fc.assert(
      fc.property(anySheet, anySelection, (sheet, region) => {
        for (const issue of checkPhones(sheet, region).issues) {
          const { row, column, value = '', message } = issue
          const found = sheet.rows.find((candidate) => candidate.row === row)
          expect(column && found?.[column]).toBe(value)
          expect(issueLine(issue)).toBe(`Row ${row}: ${message}`)
          const clean = cleanCell(value)
          if (/^[ -~]+$/.test(clean)) expect(message).toContain(clean)
        }
      }),
    )
  })

  test('lists issues by row and column', () => {
    fc.assert(
      fc.property(anySheet, anySelection, (sheet, region) => {
        const places = checkPhones(sheet, region).issues.map(
          ({ row = 0, column = 'username' }) => row * 10 + columns.indexOf(column),
        )
        expect(places).toEqual(places.toSorted((one, other) => one - other))
      }),
    )
  })

  test('lets no two rows sign in the same device', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const ready = checkPhones(sheet, 'NOAM').rows.filter(({ status }) => status === 'ready')
        expect(new Set(ready.map(({ hardwareId }) => hardwareId)).size).toBe(ready.length)
      }),
    )
  })

  test('leaves the sheet as it was', () => {
    fc.assert(
      fc.property(anySheet, anySelection, (sheet, region) => {
        const before = structuredClone(sheet)
        checkPhones(sheet, region)
        expect(sheet).toEqual(before)
      }),
    )
  })

  test('has nothing more to say of a cell once its fix is taken, but for repeats', () => {
    fc.assert(
      fc.property(anySheet, anySelection, (sheet, region) => {
        for (const { row, column, fix } of checkPhones(sheet, region).issues) {
          if (row === undefined || column === undefined || fix === undefined) continue
          const { issues } = checkPhones(editCell(sheet, row, column, fix), region)
          const left = issues.filter((issue) => issue.row === row && issue.column === column)
          expect(
            left.filter(({ code }) => code !== 'device-twice' && code !== 'account-on-several-devices'),
          ).toEqual([])
        }
      }),
    )
  })
})
