import type { Column } from './column.ts'
import type { Issue } from './issue.ts'
import type { MovedCells } from './issue-fact.ts'

/**
 * One record of a file, as its author typed it. `row` counts as a spreadsheet does: the header is row 1,
 * blank records count, a cell with line breaks is still one row.
 */
export type SheetRow = {
  readonly row: number
  /** Another column's account may be its username, until somebody has confirmed or changed that one. */
  readonly moved?: MovedCells
  /** The heading of a column of contacts that has the username in other rows. */
  readonly contactIn?: string
  /** The workbook doesn't show the row. */
  readonly hidden?: true
  /** What a column Port holds that is not used: where the device stands in several rows, it belongs behind it. */
  readonly port?: string
} & { readonly [C in Column]: string }

/** What a file holds besides, kept for the exports: the headings of its other columns, and their cells by row. */
export type OtherColumns = {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** A file that was recognised as a phone list; its rows are not checked yet. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly others?: OtherColumns
  /** The highest number that a row had before some were deleted. */
  readonly lastRow?: number
  /** Whether the file itself says the region, row by row. */
  readonly hasRegionColumn: boolean
  /** Issues about the file as a whole (columns read under another name, no header, …). */
  readonly issues: readonly Issue[]
}

/** The highest number that a row of the sheet has or had. */
export const lastRowOf = ({ rows, lastRow = 0 }: Sheet): number => Math.max(rows.at(-1)?.row ?? 0, lastRow)
