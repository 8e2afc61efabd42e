import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import { findHeader } from './find-header.ts'
import type { Grid, GridSource } from './grid.ts'
import { headingKey } from './heading.ts'
import type { Issue } from './issue.ts'
import type { ColumnRole, LayoutChoice } from './layout.ts'
import { proposeLayout } from './propose-layout.ts'
import { proposeSource } from './propose-source.ts'
import { refuse } from './refuse.ts'

/** What somebody says of a file's layout in words; what is not said is proposed. */
export type LayoutWishes = {
  /** By its name, or by its number from 1 on. */
  readonly sheet?: string | undefined
  /** As a spreadsheet counts. */
  readonly headerRow?: number | undefined
  /** For each role the heading of its column, or the number of the column from 1 on. A role that is not named is not used. */
  readonly columns?: ReadonlyMap<ColumnRole, string> | undefined
}

export type ChosenLayout = {
  readonly grid: Grid
  readonly choice: LayoutChoice
  /** Why somebody is to be asked, a sentence each; none where it is certain, or was said. */
  readonly doubts: readonly string[]
}

/** Finds the layout that somebody means. A sheet, row or column that the file does not have is a failure that says so. */
export function chooseLayout(source: GridSource, wishes: LayoutWishes): Result<ChosenLayout, Issue> {
  const { sheet, headerRow, columns } = wishes
  if (sheet === undefined && headerRow === undefined && columns === undefined) {
    const proposed = proposeSource(source)
    if (!proposed.ok) return proposed
    const { grid, proposal } = proposed.value
    return succeed({ grid, choice: proposal.choice, doubts: proposal.doubts })
  }
  const found = gridFor(source, sheet)
  if (!found.ok) return found
  const { grid, doubts } = found.value
  if (headerRow !== undefined && !grid.records[headerRow - grid.firstRow])
    return refuse('columns-not-found', text.check.layout.noSuchRow({ file: source.name, row: headerRow }))
  if (!columns) {
    const proposed = proposeLayout(grid, headerRow)
    if (!proposed.ok) return proposed
    return succeed({ grid, choice: proposed.value.choice, doubts: [...doubts, ...proposed.value.doubts] })
  }
  return chooseColumns(grid, headerRow, columns, doubts)
}

function gridFor(
  source: GridSource,
  sheet: string | undefined,
): Result<{ readonly grid: Grid; readonly doubts: readonly string[] }, Issue> {
  const { name: file, grids } = source
  if (sheet === undefined) {
    const proposed = proposeSource(source)
    const hasOne = grids.length === 1
    // With several sheets the only one that has phones is meant.
    const grid = !hasOne && proposed.ok ? proposed.value.grid : grids[0]
    const isOpen = !hasOne && !(proposed.ok && proposed.value.isOnlySheet)
    const names = grids.map((one) => one.sheet ?? '')
    return succeed({ grid, doubts: isOpen ? [text.check.layout.severalSheets({ names })] : [] })
  }
  const names = grids.flatMap((grid) => (grid.sheet === undefined ? [] : [grid.sheet]))
  if (names.length === 0) return refuse('columns-not-found', text.check.layout.noSheets({ file }))
  const byName = grids.find((one) => one.sheet?.toLowerCase() === sheet.trim().toLowerCase())
  const grid = byName ?? (isNumber(sheet) ? grids[Number(sheet) - 1] : undefined)
  return grid
    ? succeed({ grid, doubts: [] })
    : refuse('columns-not-found', text.check.layout.noSuchSheet({ file, sheet, names }))
}

function chooseColumns(
  grid: Grid,
  headerRow: number | undefined,
  columns: ReadonlyMap<ColumnRole, string>,
  doubts: readonly string[],
): Result<ChosenLayout, Issue> {
  const { name: file, records, firstRow, sheet } = grid
  const header = headerRow === undefined ? headerFor(records, [...columns.values()]) : headerRow - firstRow
  const names = header === undefined ? [] : (records[header] ?? []).map(cleanCell)
  const width = Math.max(0, ...records.slice(0, 1_000).map(({ length }) => length))
  const places: Record<ColumnRole, number | undefined> = {
    username: undefined,
    hardwareId: undefined,
    port: undefined,
    region: undefined,
  }
  for (const [role, wanted] of columns) {
    const found = placesOf(wanted, names, width)
    const [place] = found
    if (place === undefined)
      return refuse('columns-not-found', text.check.layout.noSuchColumn({ file, wanted, names, width }))
    if (found.length > 1) {
      const numbers = found.map((at) => at + 1)
      return refuse('columns-not-found', text.check.layout.severalColumns({ file, wanted, numbers }))
    }
    places[role] = place
  }
  const used = Object.values(places).filter((place) => place !== undefined)
  const twice = used.find((place, at) => used.indexOf(place) !== at)
  if (twice !== undefined)
    return refuse('columns-not-found', text.check.layout.columnTwice({ number: twice + 1 }))
  const choice = { sheet, headerRow: header === undefined ? undefined : firstRow + header, columns: places }
  return succeed({ grid, choice, doubts })
}

/** The row that has all the headings that are asked for; else the one that is found without them. */
function headerFor(records: Grid['records'], wanted: readonly string[]): number | undefined {
  const named = wanted.filter((name) => !isNumber(name))
  const found = findHeader(records)
  if (named.length === 0) return found
  const hasAll = (record: readonly string[]): boolean =>
    named.every((name) => record.some((cell) => headingKey(cell) === headingKey(name)))
  const place = records.slice(0, 200).findIndex(hasAll)
  return place < 0 ? found : place
}

const isNumber = (wanted: string): boolean => /^[1-9]\d{0,3}$/.test(wanted.trim())

/** A heading as it is written, else without regard to case and marks, else the number of a column. */
function placesOf(wanted: string, names: readonly string[], width: number): readonly number[] {
  const placesWhere = (isIt: (name: string) => boolean): readonly number[] =>
    names.flatMap((name, place) => (name !== '' && isIt(name) ? [place] : []))
  const written = placesWhere((name) => name === cleanCell(wanted))
  if (written.length > 0) return written
  const alike = placesWhere((name) => headingKey(name) === headingKey(wanted))
  if (alike.length > 0) return alike
  return isNumber(wanted) && Number(wanted) <= width ? [Number(wanted) - 1] : []
}
