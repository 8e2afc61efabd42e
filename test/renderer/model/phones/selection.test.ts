import { expect, test } from 'vitest'
import {
  nothingSelected,
  type Selection,
  selectAll,
  selectedAmong,
  selectOnly,
  selectRange,
  toggleRow,
} from '../../../../src/renderer/src/model/phones/selection.ts'

/** In the order in which they are shown, which is not that of the file. */
const shown = [9, 4, 7, 2, 5].map((row) => ({ row }))
const rowsOf = ({ rows }: Selection): readonly number[] => [...rows]

test('a row is selected and cleared, and the others stay as they are', () => {
  const both = toggleRow(toggleRow(nothingSelected, 4), 7)
  expect(rowsOf(both)).toEqual([4, 7])
  expect(rowsOf(toggleRow(both, 4))).toEqual([7])
})

test('a range goes through the rows as they are shown, from the row that was chosen last', () => {
  const range = selectRange(selectOnly(4), 2, shown)
  expect(rowsOf(range)).toEqual([4, 7, 2])
  // The next range begins where the first one did.
  expect(rowsOf(selectRange(range, 9, shown))).toEqual([9, 4])
})

test('a range keeps what was selected before only where that is wanted', () => {
  const before = toggleRow(selectOnly(9), 7)
  expect(rowsOf(selectRange(before, 5, shown))).toEqual([7, 2, 5])
  expect(rowsOf(selectRange(before, 5, shown, true))).toEqual([9, 7, 2, 5])
})

test('a range without a beginning that is shown is the row alone, and one to a hidden row is none', () => {
  expect(rowsOf(selectRange(nothingSelected, 7, shown))).toEqual([7])
  expect(rowsOf(selectRange(selectOnly(100), 7, shown))).toEqual([7])
  expect(selectRange(selectOnly(4), 100, shown)).toEqual(selectOnly(4))
})

test('all rows that pass the filter are selected, and what the filter hides stays selected', () => {
  const all = selectAll(selectOnly(100), shown)
  expect(new Set(rowsOf(all))).toEqual(new Set([100, 9, 4, 7, 2, 5]))
  expect(selectedAmong(all, shown)).toBe('all')
  expect(selectedAmong(selectOnly(4), shown)).toBe('some')
  expect(selectedAmong(selectOnly(100), shown)).toBe('none')
  expect(selectedAmong(all, [])).toBe('none')
})
