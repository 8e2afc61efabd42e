import { expect, test } from 'vitest'
import { layTable } from '../../../../src/renderer/src/model/phones/lay-table.ts'

const cell = (text: string, columns = 1, rows = 1) => ({ text, columns, rows })

test('cells stand at their columns, whatever stands over several of them', () => {
  const rows = [
    [cell('Title', 3)],
    [cell('Site', 1, 2), cell('a@contoso.com'), cell('01')],
    [cell('b@contoso.com'), cell('02')],
    [cell('x'), cell('c@contoso.com'), cell('03', 1, 2)],
    [cell('y'), cell('d@contoso.com')],
  ]
  expect(layTable(rows, 100)).toEqual([
    ['Title', '', ''],
    ['Site', 'a@contoso.com', '01'],
    ['', 'b@contoso.com', '02'],
    ['x', 'c@contoso.com', '03'],
    ['y', 'd@contoso.com', ''],
  ])
})

test('a table of more cells than can be is none', () => {
  expect(layTable([[cell('a', 1_000)], [cell('b', 1_000)]], 1_999)).toBeUndefined()
  expect(layTable([[cell('a', 1_000)], [cell('b', 1_000)]], 2_000)).toHaveLength(2)
})
