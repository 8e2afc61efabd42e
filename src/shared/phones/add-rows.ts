import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import type { Issue } from './issue.ts'
import { maxListRows } from './list-limit.ts'
import { refuse } from './refuse.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/**
 * The sheet with the rows of another one below its own, numbered on from its last. Fails where they would be too many.
 * What the other sheet says about its file as a whole stays behind.
 */
export function addRows(sheet: Sheet, more: Sheet): Result<Sheet, Issue> {
  const rows = sheet.rows.length + more.rows.length
  if (rows > maxListRows)
    return refuse('too-many-rows', text.check.tooManyRows({ file: sheet.name, rows, most: maxListRows }))
  const first = nextRow(sheet)
  return succeed({
    ...sheet,
    rows: [...sheet.rows, ...more.rows.map((row, index) => ({ ...row, row: first + index }))],
    hasRegionColumn: sheet.hasRegionColumn || more.hasRegionColumn,
  })
}

/** A row that somebody typed or scanned, below the others. */
export const typedRow = (sheet: Sheet, username: string, hardwareId: string): SheetRow => ({
  row: nextRow(sheet),
  username,
  hardwareId,
  region: '',
})

const nextRow = ({ rows }: Sheet): number => (rows.at(-1)?.row ?? 0) + 1
