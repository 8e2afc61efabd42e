import { describe, expect, test } from 'vitest'
import { addPorts } from '../../../src/shared/phones/add-ports.ts'
import { addRows } from '../../../src/shared/phones/add-rows.ts'
import { maxListRows } from '../../../src/shared/phones/list-limit.ts'
import { scannedDevice } from '../../../src/shared/phones/scanned-device.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'

const sheetOf = (rows: Sheet['rows'], hasRegionColumn = false): Sheet => ({
  name: 'phones.csv',
  rows,
  hasRegionColumn,
  issues: [],
})
const rowOf = (row: number, username: string, hardwareId: string, region = '') => ({
  row,
  username,
  hardwareId,
  region,
})

describe('rows that are added', () => {
  const list = sheetOf([rowOf(2, 'a@contoso.com', '00-04-F2-81-24-B3'), rowOf(7, 'b@contoso.com', 'B4')])

  test('stand below the others under numbers of their own, and are still held back where their cells have moved', () => {
    const moved = { kind: 'long', cells: 4, columns: 3 } as const
    const more = sheetOf(
      [{ ...rowOf(2, 'c@contoso.com', 'C1', 'EMEA'), moved }, rowOf(3, 'd@contoso.com', 'C2')],
      true,
    )
    const after = addRows(list, more)
    expect(after.ok && after.value.rows.slice(2)).toEqual([
      { ...rowOf(8, 'c@contoso.com', 'C1', 'EMEA'), moved },
      rowOf(9, 'd@contoso.com', 'C2'),
    ])
    expect(after).toMatchObject({ value: { hasRegionColumn: true } })
  })

  test('bring their other columns along, under the same heading where there is one', () => {
    const others = { headings: ['Room', 'Floor'], rows: [{ row: 2, cells: ['Lobby', '1'] }] }
    const more = sheetOf([rowOf(5, 'c@contoso.com', 'C1')])
    const added = {
      headings: ['Site', 'Room'],
      rows: [
        { row: 5, cells: ['Oslo', 'Lift'] },
        { row: 9, cells: ['x', 'y'] },
      ],
    }
    expect(addRows({ ...list, others }, { ...more, others: added })).toMatchObject({
      value: {
        others: {
          headings: ['Room', 'Floor', 'Site'],
          rows: [
            { row: 2, cells: ['Lobby', '1'] },
            { row: 8, cells: ['Lift', '', 'Oslo'] },
          ],
        },
      },
    })
    expect(addRows({ ...list, others }, more)).toMatchObject({ value: { others } })
  })

  test('are refused where a list would have too many', () => {
    const many = sheetOf(Array.from({ length: maxListRows - 1 }, (_, at) => rowOf(at + 2, '', '')))
    expect(addRows(list, many)).toMatchObject({ ok: false, failure: { code: 'too-many-rows' } })
  })
})

describe('the ports of an adapter', () => {
  const list = sheetOf([
    rowOf(2, 'fax@contoso.com', '00908F123456'),
    rowOf(3, 'b@contoso.com', '00-04-F2-81-24-B3:001'),
  ])

  test('are rows of their own; only the first has an account yet', () => {
    const after = addPorts(list, 2, 3)
    expect(after?.ok && after.value.rows).toEqual([
      rowOf(2, 'fax@contoso.com', '00-90-8F-12-34-56:001'),
      list.rows[1],
      rowOf(4, '', '00-90-8F-12-34-56:002'),
      rowOf(5, '', '00-90-8F-12-34-56:003'),
    ])
  })

  test('are not added to what has a port, or is no row', () => {
    expect(addPorts(list, 3, 3)).toBeUndefined()
    expect(addPorts(list, 9, 3)).toBeUndefined()
  })
})

test.each([
  ['MAC:0004F28124B3', '00-04-F2-81-24-B3'],
  ['MAC 0004f28124b3', '00-04-F2-81-24-B3'],
  ['SEP0004F28124B3', '00-04-F2-81-24-B3'],
  ['  0004f28124b3 ', '0004f28124b3'],
  ['0004F28124BO', '0004F28124BO'],
  ['lobby@contoso.com', 'lobby@contoso.com'],
])('a scanner that types %j gives %j', (typed, device) => {
  expect(scannedDevice(typed)).toBe(device)
})
