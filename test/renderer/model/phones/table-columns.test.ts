import { expect, test } from 'vitest'
import { createFilter, orderOf, sortRows } from '../../../../src/renderer/src/model/phones/arrange.ts'
import { rowsAsText } from '../../../../src/renderer/src/model/phones/row-as-text.ts'
import {
  type AccountsKnown,
  allColumns,
  columnsShownOf,
} from '../../../../src/renderer/src/model/phones/table-columns.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { rowOf } from '../../support/samples.ts'

const others = {
  headings: ['Room', 'Cost centre', 'Room'],
  rows: [
    { row: 2, cells: ['Room 10', '4711', 'north'] },
    { row: 3, cells: ['Room 9', '=1+1', ''] },
  ],
}
const rows = [rowOf({ row: 2 }), rowOf({ row: 3 }), rowOf({ row: 4, hardwareId: '80-5E-C0-00-00-01' })]
const shown = (chosen: Readonly<Record<string, boolean>>, accounts: AccountsKnown = 'reasons') =>
  columnsShownOf(allColumns(others), chosen, accounts)
const idsOf = (chosen: Readonly<Record<string, boolean>>) => shown(chosen).map(({ id }) => id)

test('shows its own columns at first, and those of the file and the maker once they are chosen', () => {
  const atFirst = ['select', 'row', 'username', 'hardwareId', 'region', 'status', 'readiness', 'result']
  expect(idsOf({})).toEqual(atFirst)
  expect(idsOf({ maker: true, 'file:Room': true, region: false, 'file:gone': true })).toEqual([
    ...atFirst.filter((id) => id !== 'region'),
    ...['maker', 'file:Room'],
  ])
  // What a run would be judged by cannot be hidden.
  expect(idsOf({ username: false, status: false })).toEqual(atFirst)
})

test('gives the room of the readiness column to others while nothing was read of the accounts, unless it was chosen', () => {
  const has = (chosen: Readonly<Record<string, boolean>>, accounts: AccountsKnown) =>
    shown(chosen, accounts).some(({ id }) => id === 'readiness')
  expect([has({}, 'none'), has({}, 'all ready'), has({}, 'reasons')]).toEqual([false, true, true])
  expect([has({ readiness: true }, 'none'), has({ readiness: false }, 'reasons')]).toEqual([true, false])
})

test('gives reasons more room than a mark', () => {
  const most = (accounts: AccountsKnown) =>
    shown({ readiness: true }, accounts).find(({ id }) => id === 'readiness')?.most
  expect(most('reasons')).toBeDefined()
  expect([most('none'), most('all ready')]).toEqual([undefined, undefined])
})

test('the filter finds a row by what is known of its account', () => {
  const checked = { check: 'usage-location', status: 'may-fail', at: '2026-03-02T09:00:00.000Z' } as const
  const [read, other] = [
    rowOf({ row: 2, readiness: { status: 'may-fail', checks: [checked] } }),
    rowOf({ row: 3 }),
  ]
  const searched = shown({}).filter(({ isSearched }) => isSearched)
  for (const words of [text.window.readiness.status['may-fail'].toUpperCase(), 'no usage location'])
    expect(createFilter()([read, other], words, undefined, searched), words).toEqual([read])
})

test('tells two columns of one heading apart', () => {
  const [first, second] = shown({ 'file:Room': true, 'file:Room 2': true }).slice(-2)
  expect(rows.map((row) => [first?.textOf(row), second?.textOf(row)])).toEqual([
    ['Room 10', 'north'],
    ['Room 9', ''],
    ['', ''],
  ])
})

test('tells the maker of each phone, also behind one whose device is missing', () => {
  const maker = shown({ maker: true }).at(-1)
  const devices = ['80-5E-C0-00-00-01', '', '80-5E-C0-00-00-02', '00-04', '00-04-F2-81-24-B3']
  expect(devices.map((hardwareId, row) => maker?.textOf(rowOf({ row, hardwareId })))).toEqual([
    ...['Yealink', '', 'Yealink', '', 'Poly'],
  ])
})

test('sorts by a column of the file as people count, and by none that is not there any more', () => {
  const columns = shown({ 'file:Room': true })
  const sort = { column: 'file:Room', descending: false } as const
  expect(sortRows(rows, orderOf(columns, sort)).map(({ row }) => row)).toEqual([4, 3, 2])
  expect(orderOf(shown({}), sort)).toBeUndefined()
})

test('finds what stands in a column only while that column is shown', () => {
  const filtered = createFilter()
  const found = (words: string, chosen: Readonly<Record<string, boolean>>) =>
    filtered(
      rows,
      words,
      undefined,
      shown(chosen).filter(({ isSearched }) => isSearched),
    ).map(({ row }) => row)
  expect(found('room 9', {})).toEqual([])
  expect(found('room 9', { 'file:Room': true })).toEqual([3])
  expect(found('yealink', { maker: true })).toEqual([4])
  expect(found('yealink', {})).toEqual([])
})

test('copies the shown columns of the file behind the others, and nothing that a spreadsheet would run', () => {
  const columns = shown({ 'file:Cost centre': true }).filter(({ isSearched }) => isSearched)
  const [head = '', ...lines] = rowsAsText(rows, columns).trimEnd().split('\r\n')
  expect(head.split('\t').at(-1)).toBe('Cost centre')
  expect(lines[0]?.split('\t').at(-1)).toBe('4711')
  expect(lines[1]).not.toContain('\t=1+1')
})
