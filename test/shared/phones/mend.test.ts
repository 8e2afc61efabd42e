import { expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { mendCell } from '../../../src/shared/phones/mend.ts'
import { sheetOf, sheetOfRows } from '../../support/sheets.ts'

const sheet = sheetOfRows(['lobby@contoso.com', '00-04-F2-81-24'], ['yard@contoso.com', '00-04-F2-81-24-B4'])

test('a mended cell is checked like one of the file', () => {
  const mended = mendCell(sheet, 2, 'hardwareId', '0004f28124b3')
  expect(checkPhones(mended, 'NOAM')).toMatchObject({
    rows: [{ status: 'ready', hardwareId: '00-04-F2-81-24-B3' }, { status: 'ready' }],
    findings: [],
  })
})

test('mending a cell into another row’s device makes both wrong', () => {
  const mended = mendCell(sheet, 2, 'hardwareId', '00:04:f2:81:24:b4')
  expect(checkPhones(mended, 'NOAM').rows.map(({ status }) => status)).toEqual(['error', 'error'])
})

test('mending leaves the old sheet as it was and shares the other rows', () => {
  const mended = mendCell(sheet, 2, 'username', 'hall@contoso.com')
  expect(sheet.rows[0]?.username).toBe('lobby@contoso.com')
  expect(mended.rows[0]).toEqual({
    row: 2,
    username: 'hall@contoso.com',
    hardwareId: '00-04-F2-81-24',
    region: '',
  })
  expect(mended.rows[1]).toBe(sheet.rows[1])
})

test('rows are found by their number in the file, not by their place', () => {
  const gaps = sheetOf('Username,HardwareId\n\n\na@b.cc,x\n\nb@b.cc,x\n')
  expect(mendCell(gaps, 6, 'username', 'c@b.cc').rows.map(({ username }) => username)).toEqual([
    'a@b.cc',
    'c@b.cc',
  ])
})

test('a row that the sheet does not have changes nothing', () => {
  expect(mendCell(sheet, 9, 'username', 'x')).toBe(sheet)
})
