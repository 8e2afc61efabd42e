import { expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { editCell } from '../../../src/shared/phones/edit-cell.ts'
import { sheetOf, sheetOfRows } from '../../support/sheets.ts'

const sheet = sheetOfRows(['lobby@contoso.com', '00-04-F2-81-24'], ['yard@contoso.com', '00-04-F2-81-24-B4'])

test('a edited cell is checked like one of the file', () => {
  const edited = editCell(sheet, 2, 'hardwareId', '0004f28124b3')
  expect(checkPhones(edited, 'NOAM')).toMatchObject({
    rows: [{ status: 'ready', hardwareId: '00-04-F2-81-24-B3' }, { status: 'ready' }],
    issues: [],
  })
})

test('editing a cell into another row’s device makes both wrong', () => {
  const edited = editCell(sheet, 2, 'hardwareId', '00:04:f2:81:24:b4')
  expect(checkPhones(edited, 'NOAM').rows.map(({ status }) => status)).toEqual(['error', 'error'])
})

test('editing leaves the old sheet as it was and shares the other rows', () => {
  const edited = editCell(sheet, 2, 'username', 'hall@contoso.com')
  expect(sheet.rows[0]?.username).toBe('lobby@contoso.com')
  expect(edited.rows[0]).toEqual({
    row: 2,
    username: 'hall@contoso.com',
    hardwareId: '00-04-F2-81-24',
    region: '',
  })
  expect(edited.rows[1]).toBe(sheet.rows[1])
})

test('rows are found by their number in the file, not by their place', () => {
  const gaps = sheetOf('Username,HardwareId\n\n\na@b.cc,x\n\nb@b.cc,x\n')
  expect(editCell(gaps, 6, 'username', 'c@b.cc').rows.map(({ username }) => username)).toEqual([
    'a@b.cc',
    'c@b.cc',
  ])
})

test('a row that the sheet does not have changes nothing', () => {
  expect(editCell(sheet, 9, 'username', 'x')).toBe(sheet)
})
