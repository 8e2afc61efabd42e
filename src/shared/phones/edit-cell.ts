import type { Column } from './column.ts'
import type { Sheet } from './sheet.ts'

/**
 * The sheet with one cell replaced, as typed; all other rows are shared with the old one. A row that the
 * sheet does not have changes nothing. Whoever types a username has seen whose it is, so that it counts from then on
 * even if the row's cells have moved.
 */
export function editCell(sheet: Sheet, row: number, column: Column, value: string): Sheet {
  const place = sheet.rows.findIndex((candidate) => candidate.row === row)
  const before = sheet.rows[place]
  if (!before) return sheet
  const { moved, ...cells } = before
  const isStillMoved = moved !== undefined && column !== 'username'
  const after = { ...cells, [column]: value, ...(isStillMoved && { moved }) }
  return { ...sheet, rows: sheet.rows.with(place, after) }
}
