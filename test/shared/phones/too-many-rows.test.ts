import { describe, expect, test } from 'vitest'
import { refusalOf, sheetOf } from '../../support/sheets.ts'

const header = 'Username,HardwareId,Note\n'
const phone = 'a@contoso.com,00-04-F2-81-24-B3,\n'
const most = 100_000

describe('a list of too many rows', () => {
  test.each([
    ['with a header', header + phone.repeat(most + 1), '100,002 rows'],
    ['without one', phone.repeat(most + 1), '100,001 rows'],
    ['in quotation marks', header + '"a@contoso.com",x,\n'.repeat(most + 1), '100,002 rows'],
    ['of one character', 'a\n'.repeat(2_000_000), '2,000,000 rows'],
    ['whose cells have lines of their own', header + 'a,b,"x\ny"\n'.repeat(most + 1), '100,002 rows'],
    [
      'most of them blank, more than a spreadsheet can have',
      `${header}${'\n'.repeat(3_000_000)}${phone}`,
      '3,000,002',
    ],
  ])('is refused: %s', (_, list, rows) => {
    const refusal = refusalOf(list)
    expect(refusal).toMatchObject({ severity: 'error', code: 'too-many-rows' })
    expect(refusal.message).toContain('"phones.csv" has ')
    expect(refusal.message).toContain(rows)
    expect(refusal.message).toContain('100,000 at most')
    expect(refusal.message).toContain('split it')
  })
})

describe('a list of as many rows as it may have', () => {
  test.each([
    ['with a header', header + phone.repeat(most)],
    ['without one', phone.repeat(most)],
    ['with blank rows between them', header + `,,\n${phone}`.repeat(most)],
    [
      'with as many blank rows behind them as a spreadsheet writes',
      `${header}${phone.repeat(most)}${',,\n'.repeat(900_000)}`,
    ],
  ])('is read: %s', (_, list) => {
    expect(sheetOf(list).rows).toHaveLength(most)
  })

  test('is read although its cells have more lines than that', () => {
    expect(sheetOf(header + 'a@contoso.com,b,"x\ny\nz"\n'.repeat(50_000)).rows).toHaveLength(50_000)
  })

  test('keeps the numbers of its rows where blank ones stand behind it', () => {
    expect(sheetOf(`${header}${phone},,\n${phone},,\n ,\n\n \n`).rows.map(({ row }) => row)).toEqual([2, 4])
  })

  test('keeps a last row that holds nothing but another delimiter, which is an error of somebody', () => {
    expect(sheetOf(`${header}${phone};;\n`).rows.map(({ row }) => row)).toEqual([2, 3])
  })
})
