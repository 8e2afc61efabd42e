import { expect, test } from 'vitest'
import {
  type ListDocument,
  noHistory,
  redoLast,
  remember,
  undoLast,
} from '../../../../src/renderer/src/model/phones/list-history.ts'
import { addRows } from '../../../../src/shared/phones/add-rows.ts'
import { removeRows } from '../../../../src/shared/phones/change-rows.ts'
import { editCell } from '../../../../src/shared/phones/edit-cell.ts'
import type { Sheet } from '../../../../src/shared/phones/sheet.ts'
import { lastRowOf } from '../../../../src/shared/phones/sheet.ts'
import { goodSheet, sheetOf } from '../../support/samples.ts'

const sheet = sheetOf(['a', '1'], ['b', '2'], ['c', '3'])
const leftOut: ReadonlySet<number> = new Set()
const of = (after: Sheet): ListDocument => ({ sheet: after, leftOut })
const names = ({ sheet: { rows } }: ListDocument): string => rows.map(({ username }) => username).join('')
const none = (): boolean => false

const first = of(sheet)
const second = { ...first, sheet: editCell(sheet, 2, 'username', 'A') }
const third = { ...second, sheet: editCell(second.sheet, 3, 'username', 'B') }
const history = remember(remember(noHistory, { before: first, after: second, rows: [2] }), {
  before: second,
  after: third,
  rows: [3],
})

test('changes are taken back and made again, one after the other, down to the very same list', () => {
  const back = undoLast(third, history, none)
  expect(back && names(back.document)).toBe('Abc')
  const start = back && undoLast(back.document, back.history, none)
  expect(start?.document).toBe(first)
  expect(start && undoLast(start.document, start.history, none)).toBeUndefined()
  const again = start && redoLast(start.document, start.history, none)
  expect(again && names(again.document)).toBe('Abc')
  const end = again && redoLast(again.document, again.history, none)
  expect(end?.document).toBe(third)
})

test('another change forgets those that were taken back', () => {
  const back = undoLast(third, history, none)
  if (!back) throw new Error('Nothing was taken back')
  const other = { ...back.document, sheet: editCell(back.document.sheet, 4, 'username', 'C') }
  const after = remember(back.history, { before: back.document, after: other, rows: [4] })
  expect(redoLast(other, after, none)).toBeUndefined()
})

test('a row that a run has signed in stays as it is, and a change of it alone is passed over', () => {
  const isLocked = (row: number): boolean => row === 3
  const back = undoLast(third, history, isLocked)
  expect(back && names(back.document)).toBe('aBc')
  expect(back?.change.rows).toEqual([2])
  // Nor is it changed by making the changes again.
  expect(back && names(redoLast(back.document, back.history, isLocked)?.document ?? first)).toBe('ABc')
})

test('a row that was added and run is not taken away, and the number of one that is stays its own', () => {
  const added = addRows(sheet, { ...goodSheet, rows: goodSheet.rows.slice(0, 1) })
  if (!added.ok) throw new Error('Nothing was added')
  const after = of(added.value)
  const past = remember(noHistory, { before: first, after, rows: [5] })
  expect(undoLast(after, past, (row) => row === 5)).toBeUndefined()
  const back = undoLast(after, past, none)
  expect(back?.document.sheet.rows).toBe(sheet.rows)
  expect(back && lastRowOf(back.document.sheet)).toBe(5)
})

test('a deleted row comes back in its place, and its number is never given to another one', () => {
  const after = of(removeRows(sheet, new Set([3, 4])))
  const past = remember(noHistory, { before: first, after, rows: [3, 4] })
  expect(names(after)).toBe('a')
  const added = addRows(after.sheet, goodSheet)
  expect(added.ok && added.value.rows.map(({ row }) => row)).toEqual([2, 5, 6])
  expect(undoLast(after, past, none)?.document).toBe(first)
})
