import { nextIndex } from '../../model/next-index.ts'
import type { Cell, GridColumn } from '../../model/phones/cell.ts'

/** Where a key moves the cursor among these columns, and rows in this order; undefined for keys that do not move it. */
export function moveCursor(
  cursor: Cell,
  key: { readonly name: string; readonly ctrl: boolean },
  columns: readonly { readonly id: GridColumn }[],
  rows: readonly { readonly row: number }[],
  rowsOnAPage: number,
): Cell | undefined {
  const { name, ctrl } = key
  // The header is row 0 and precedes the first row: index -1.
  const index = rows.findIndex(({ row }) => row === cursor.row)
  if (name === 'ArrowUp' && index <= 0) return { row: 0, column: cursor.column }
  const column = columns.findIndex(({ id }) => id === cursor.column)
  const nextColumn = nextIndex(name, column, { count: columns.length, arrows: 'left and right' })
  // Home and End alone stay in the row.
  const staysInRow = nextColumn !== undefined && !ctrl
  const page = rowsOnAPage
  const nextRow = staysInRow
    ? undefined
    : nextIndex(name, index, { count: rows.length, arrows: 'up and down', page })
  if (nextRow === undefined && nextColumn === undefined) return undefined
  return {
    row: rows[nextRow ?? index]?.row ?? 0,
    column: columns[nextColumn ?? column]?.id ?? 'row',
  }
}
