import { type Cell, gridColumns } from '../../model/phones/cell.ts'

/** Where a key moves the cursor among rows in this order; undefined for keys that do not move it. */
export function moveCursor(
  cursor: Cell,
  key: { readonly name: string; readonly ctrl: boolean },
  rows: readonly { readonly row: number }[],
  rowsOnAPage: number,
): Cell | undefined {
  // The header is row 0 and stands before the first: index -1.
  const index = rows.findIndex(({ row }) => row === cursor.row)
  const column = gridColumns.indexOf(cursor.column)
  const to = (nextIndex: number, nextColumn: number): Cell => ({
    row: rows[Math.min(nextIndex, rows.length - 1)]?.row ?? 0,
    column: gridColumns[Math.max(0, Math.min(nextColumn, gridColumns.length - 1))] ?? 'row',
  })
  switch (key.name) {
    case 'ArrowUp':
      return to(Math.max(-1, index - 1), column)
    case 'ArrowDown':
      return to(index + 1, column)
    case 'ArrowLeft':
      return to(index, column - 1)
    case 'ArrowRight':
      return to(index, column + 1)
    case 'PageUp':
      return to(Math.max(0, index - rowsOnAPage), column)
    case 'PageDown':
      return to(index + rowsOnAPage, column)
    case 'Home':
      return key.ctrl ? to(0, 0) : to(index, 0)
    case 'End':
      return key.ctrl ? to(rows.length - 1, gridColumns.length - 1) : to(index, gridColumns.length - 1)
    default:
      return undefined
  }
}
