import { cleanCell, isBlank } from '../../../../shared/phones/clean.ts'
import { type ColumnRole, columnRoles } from '../../../../shared/phones/layout.ts'
import { proposeLayout } from '../../../../shared/phones/propose-layout.ts'
import { text } from '../../../../shared/text/index.ts'
import { chosenGrid, type OpenedSource } from './read-opened.ts'

/** The first cells that the operator sees while choosing columns. */
export type ColumnsShown = {
  readonly columns: readonly ShownColumn[]
  /** The first rows below the header, by their numbers. */
  readonly rows: readonly { readonly row: number; readonly record: readonly string[] }[]
  /** Rows that may be the header, with their first words. */
  readonly headers: readonly { readonly row: number; readonly cells: string }[]
}

export type ShownColumn = {
  readonly place: number
  readonly name: string
  readonly role: ColumnRole | undefined
  /** What speaks for or against a role, a sentence each. */
  readonly reasons: readonly string[]
}

const rowsShown = 6
const headersShown = 12
/** A file may have thousands of columns; nobody looks through more than these. */
const columnsShownAtMost = 120

export function columnsShown(opened: OpenedSource): ColumnsShown {
  const grid = chosenGrid(opened)
  const { records, firstRow } = grid
  const { headerRow, columns } = opened.choice
  const header = headerRow === undefined ? undefined : headerRow - firstRow
  const proposed = proposeLayout(grid, headerRow)
  const names = header === undefined ? [] : (records[header] ?? []).map(cleanCell)
  const sample = records.slice(0, 500)
  const width = Math.max(0, ...sample.map(({ length }) => length))
  const filled = Array.from({ length: width }, (_, place) => place)
    .filter((place) => sample.some((record) => !isBlank(record[place] ?? '')))
    .slice(0, columnsShownAtMost)
  return {
    columns: filled.map((place) => ({
      place,
      name: names[place] || text.check.layout.columnNumber(place + 1),
      role: columnRoles.find((role) => columns[role] === place),
      reasons: (proposed.ok ? proposed.value.columns[place]?.reasons : undefined) ?? [],
    })),
    rows: numbered(records, firstRow, (header ?? -1) + 1, rowsShown),
    headers: numbered(records, firstRow, 0, headersShown).map(({ row, record }) => ({
      row,
      cells: shortened(
        record
          .map(cleanCell)
          .filter((cell) => cell !== '')
          .join(' · '),
      ),
    })),
  }
}

/** So many rows from a place on that have something in them. */
function numbered(
  records: readonly (readonly string[])[],
  firstRow: number,
  from: number,
  most: number,
): ColumnsShown['rows'] {
  const found: { row: number; record: readonly string[] }[] = []
  for (let at = from; at < records.length && found.length < most; at++) {
    const record = records[at] ?? []
    if (!record.every(isBlank)) found.push({ row: firstRow + at, record })
  }
  return found
}

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words)
