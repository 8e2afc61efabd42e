import { describe, expect, test } from 'vitest'
import { moveCursor } from '../../../../src/renderer/src/features/grid/move-cursor.ts'
import { ownColumns } from '../../../../src/renderer/src/model/phones/table-columns.ts'

const columns = ownColumns.filter(({ id }) => id !== 'maker')
const rows = [2, 3, 5, 8, 9].map((row) => ({ row }))

const from = (row: number, column: 'row' | 'username' | 'hardwareId' | 'result') => ({
  press: (name: string, ctrl = false) => moveCursor({ row, column }, { name, ctrl }, columns, rows, 3),
})

describe('the keyboard in the table', () => {
  test('moves by cells and rows, whatever numbers the rows have', () => {
    expect(from(3, 'username').press('ArrowDown')).toEqual({ row: 5, column: 'username' })
    expect(from(5, 'username').press('ArrowUp')).toEqual({ row: 3, column: 'username' })
    expect(from(3, 'username').press('ArrowRight')).toEqual({ row: 3, column: 'hardwareId' })
    expect(from(3, 'username').press('ArrowLeft')).toEqual({ row: 3, column: 'row' })
  })

  test('goes up to the heads of the columns and back', () => {
    expect(from(2, 'username').press('ArrowUp')).toEqual({ row: 0, column: 'username' })
    expect(from(0, 'username').press('ArrowUp')).toEqual({ row: 0, column: 'username' })
    expect(from(0, 'username').press('ArrowDown')).toEqual({ row: 2, column: 'username' })
  })

  test('stops at the edges', () => {
    expect(from(9, 'result').press('ArrowDown')).toEqual({ row: 9, column: 'result' })
    expect(from(9, 'result').press('ArrowRight')).toEqual({ row: 9, column: 'result' })
    expect(from(9, 'row').press('ArrowLeft')).toEqual({ row: 9, column: 'select' })
  })

  test('moves by pages, and to the ends', () => {
    expect(from(2, 'username').press('PageDown')).toEqual({ row: 8, column: 'username' })
    expect(from(8, 'username').press('PageDown')).toEqual({ row: 9, column: 'username' })
    expect(from(9, 'username').press('PageUp')).toEqual({ row: 3, column: 'username' })
    expect(from(5, 'hardwareId').press('Home')).toEqual({ row: 5, column: 'select' })
    expect(from(5, 'hardwareId').press('End')).toEqual({ row: 5, column: 'result' })
    expect(from(5, 'hardwareId').press('Home', true)).toEqual({ row: 2, column: 'select' })
    expect(from(5, 'hardwareId').press('End', true)).toEqual({ row: 9, column: 'result' })
  })

  test('leaves other keys alone', () => {
    expect(from(3, 'username').press('a')).toBeUndefined()
    expect(from(3, 'username').press('Tab')).toBeUndefined()
  })

  test('stays in the head of a table without rows', () => {
    expect(moveCursor({ row: 0, column: 'row' }, { name: 'ArrowDown', ctrl: false }, columns, [], 3)).toEqual(
      {
        row: 0,
        column: 'row',
      },
    )
  })
})
