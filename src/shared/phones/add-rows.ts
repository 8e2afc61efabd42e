import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import type { Issue } from './issue.ts'
import { maxListRows } from './list-limit.ts'
import { refuse } from './refuse.ts'
import { lastRowOf, type OtherColumns, type Sheet, type SheetRow } from './sheet.ts'

/**
 * Appends the rows of another sheet, numbered on from the last row. Fails if that makes too many rows. Other columns of
 * both sheets are kept; those with the same name are joined. Issues about the other file as a whole are dropped.
 */
export function addRows(sheet: Sheet, more: Sheet): Result<Sheet, Issue> {
  const rows = sheet.rows.length + more.rows.length
  if (rows > maxListRows)
    return refuse('too-many-rows', text.check.tooManyRows({ file: sheet.name, rows, most: maxListRows }))
  const first = nextRow(sheet)
  const others = joinOthers(sheet.others, more, first)
  return succeed({
    ...sheet,
    rows: [...sheet.rows, ...more.rows.map((row, index) => ({ ...row, row: first + index }))],
    ...(others && { others }),
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

/** `first`: the number that the first of the added rows gets. */
function joinOthers(
  before: OtherColumns | undefined,
  { rows, others: added }: Sheet,
  first: number,
): OtherColumns | undefined {
  if (!added) return before
  const headings = [...(before?.headings ?? [])]
  const places = added.headings.map((heading) => {
    const place = headings.indexOf(heading)
    return place === -1 ? headings.push(heading) - 1 : place
  })
  const numbers = new Map(rows.map(({ row }, index) => [row, first + index]))
  const moved = added.rows.flatMap(({ row, cells }) => {
    const number = numbers.get(row)
    if (number === undefined) return []
    const kept = headings.map(() => '')
    for (const [at, place] of places.entries()) kept[place] = cells[at] ?? ''
    return [{ row: number, cells: kept }]
  })
  return { headings, rows: [...(before?.rows ?? []), ...moved] }
}

const nextRow = (sheet: Sheet): number => lastRowOf(sheet) + 1
