import type { Column } from './column.ts'
import type { Sheet } from './sheet.ts'

/**
 * Replaces one cell, as typed. All other rows are shared with the old sheet, and if nothing changes, it is the same
 * sheet. A username counts once somebody has typed or confirmed it, even if the cells of its row have moved.
 */
export function editCell(sheet: Sheet, row: number, column: Column, value: string): Sheet {
  const place = sheet.rows.findIndex((candidate) => candidate.row === row)
  const before = sheet.rows[place]
  if (!before) return sheet
  const { moved, ...cells } = before
  const stillMoved = column === 'username' ? undefined : moved
  if (before[column] === value && stillMoved === moved) return sheet
  const after = { ...cells, [column]: value, ...(stillMoved && { moved: stillMoved }) }
  return { ...sheet, rows: sheet.rows.with(place, after) }
}
