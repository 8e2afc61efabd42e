import { cleanCell, isBlank } from './clean.ts'
import type { Grid } from './grid.ts'
import type { ColumnRole, LayoutChoice } from './layout.ts'

/** Which column is what in files with these headings, as somebody has chosen it. */
export type RememberedLayout = {
  /** As they stand in the file, without blanks around them and without blank ones at the end. */
  readonly headings: readonly string[]
  /** Counted from 0. A role that is left out has no column. */
  readonly columns: { readonly [Role in ColumnRole]?: number }
}

/** A file with more columns than this is asked about each time. */
export const mostHeadings = 100
/** In characters; the same for each heading. */
export const longestHeading = 260

/** The part of a choice to remember; undefined if the columns have no names, or too many to be remembered by. */
export function layoutToRemember(
  { records, firstRow }: Grid,
  choice: LayoutChoice,
): RememberedLayout | undefined {
  if (choice.headerRow === undefined) return undefined
  const headings = headingsOf(records[choice.headerRow - firstRow] ?? [])
  const isTooLong = headings.length > mostHeadings || headings.some(({ length }) => length > longestHeading)
  if (isTooLong || headings.filter((heading) => heading !== '').length < 2) return undefined
  const { username, hardwareId, port, region } = choice.columns
  return {
    headings,
    columns: {
      ...(username !== undefined && { username }),
      ...(hardwareId !== undefined && { hardwareId }),
      ...(port !== undefined && { port }),
      ...(region !== undefined && { region }),
    },
  }
}

/** The choice for a grid with these headings; undefined if there was none. */
export function recallLayout(grid: Grid, known: readonly RememberedLayout[]): LayoutChoice | undefined {
  if (known.length === 0) return undefined
  const byKey = new Map(known.map((layout) => [keyOf(layout.headings), layout]))
  for (const [place, record] of grid.records.slice(0, mostRowsAbove).entries()) {
    const found = byKey.get(keyOf(headingsOf(record)))
    if (!found) continue
    const { username, hardwareId, port, region } = found.columns
    return {
      sheet: grid.sheet,
      headerRow: grid.firstRow + place,
      columns: { username, hardwareId, port, region },
    }
  }
  return undefined
}

/** The header is looked for in so many rows. */
const mostRowsAbove = 100

function headingsOf(record: readonly string[]): readonly string[] {
  const end = record.findLastIndex((cell) => !isBlank(cell)) + 1
  return record.slice(0, Math.min(end, mostHeadings + 1)).map(cleanCell)
}

const keyOf = (headings: readonly string[]): string => JSON.stringify(headings)
