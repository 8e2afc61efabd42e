import { expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { editCell } from '../../../src/shared/phones/edit-cell.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'
import { sheetOf } from '../../support/sheets.ts'

const listOf = (heading: string, ...rows: readonly (readonly [string, string])[]): Sheet =>
  sheetOf(
    [
      `MAC,Account,${heading}`,
      ...rows.map(
        ([account, other], row) => `00-04-F2-81-24-0${row},${account}@contoso.com,${other}@contoso.com`,
      ),
    ].join('\n'),
  )

const warned = (sheet: Sheet) =>
  checkPhones(sheet, 'EMEA').issues.filter(({ severity }) => severity === 'warning')

test('an account that other rows have as their contact has a warning, until somebody confirms it', () => {
  const sheet = listOf(
    'Site contact',
    ['lobby', 'depot'],
    ['Depot', 'depot'],
    ['gate', 'gate'],
    ['hall', 'yard'],
  )
  const [issue, ...others] = warned(sheet)
  expect(others).toEqual([])
  expect(issue).toMatchObject({ code: 'account-of-contact', row: 3, column: 'username' })
  expect(issue?.message).toMatch(/^"Depot@contoso.com" is also in the column "Site contact" of other rows/)
  expect(warned(editCell(sheet, 3, 'hardwareId', '00-04-F2-81-24-B4'))).toHaveLength(1)
  expect(warned(editCell(sheet, 3, 'username', 'Depot@contoso.com'))).toEqual([])
})

test('an account of several phones that is the contact of each of them has no such warning', () => {
  const codes = warned(listOf('Contact', ['lobby', 'lobby'], ['lobby', 'lobby'])).map(({ code }) => code)
  expect(codes).toEqual(['account-on-several-devices', 'account-on-several-devices'])
})

test('a column that is not about somebody else shows nothing, and a person is warned of once', () => {
  expect(warned(listOf('Forward to', ['lobby', 'desk'], ['desk', 'desk']))).toEqual([])
  expect(warned(listOf('Manager', ['lobby', 'ann.smith'], ['ann.smith', 'boss']))).toMatchObject([
    { code: 'account-of-person', row: 3 },
  ])
})
