import type { Column } from './column.ts'
import type { Sheet } from './sheet.ts'

/**
 * The sheet with one cell replaced, as typed; all other rows are shared with the old one. A row that the
 * sheet does not have changes nothing.
 */
export function mendCell(sheet: Sheet, row: number, column: Column, value: string): Sheet {
  const place = sheet.rows.findIndex((candidate) => candidate.row === row)
  const before = sheet.rows[place]
  return before ? { ...sheet, rows: sheet.rows.with(place, { ...before, [column]: value }) } : sheet
}
