import type { Column } from './column.ts'
import type { Sheet } from './sheet.ts'

/**
 * Replaces one cell, as typed. All other rows are shared with the old sheet, and if nothing changes, it is the same
 * sheet. A username counts once somebody has typed or confirmed it, even if the cells of its row have moved, or other rows
 * have it as their contact.
 */
export function editCell(sheet: Sheet, row: number, column: Column, value: string): Sheet {
  const place = sheet.rows.findIndex((candidate) => candidate.row === row)
  const before = sheet.rows[place]
  if (!before) return sheet
  const { moved, contactIn, ...cells } = before
  if (before[column] === value && (column !== 'username' || (!moved && contactIn === undefined))) return sheet
  const marks = { ...(moved && { moved }), ...(contactIn !== undefined && { contactIn }) }
  const after = { ...cells, [column]: value, ...(column !== 'username' && marks) }
  return { ...sheet, rows: sheet.rows.with(place, after) }
}
