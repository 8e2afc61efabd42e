import { type Result, succeed } from '../result.ts'
import { addRows } from './add-rows.ts'
import type { Issue } from './issue.ts'
import type { Sheet } from './sheet.ts'
import { lastRowOf } from './sheet.ts'

/** The sheet without these rows. Their numbers are not given to other rows: runs may have them. */
export function removeRows(sheet: Sheet, rows: ReadonlySet<number>): Sheet {
  const left = sheet.rows.filter(({ row }) => !rows.has(row))
  if (left.length === sheet.rows.length) return sheet
  const { others } = sheet
  return {
    ...sheet,
    rows: left,
    lastRow: lastRowOf(sheet),
    ...(others && { others: { ...others, rows: others.rows.filter(({ row }) => !rows.has(row)) } }),
  }
}

/** The sheet with copies of these rows below all others. Fails where they would be too many. */
export function duplicateRows(sheet: Sheet, rows: ReadonlySet<number>): Result<Sheet, Issue> {
  const isWanted = ({ row }: { readonly row: number }): boolean => rows.has(row)
  const copies = sheet.rows.filter(isWanted)
  if (copies.length === 0) return succeed(sheet)
  const { others } = sheet
  return addRows(sheet, {
    ...sheet,
    rows: copies,
    ...(others && { others: { ...others, rows: others.rows.filter(isWanted) } }),
  })
}
