import type { Issue } from './issue.ts'

/**
 * Cells from any source: the text of a file, a sheet of a workbook, the clipboard. They are as typed, without what
 * their format adds (quotation marks of CSV, the apostrophe that an export puts before a formula).
 */
export type Grid = {
  /** Of the file, for messages. */
  readonly name: string
  /** Of the workbook's sheet; undefined where there are no sheets. */
  readonly sheet: string | undefined
  readonly records: readonly (readonly string[])[]
  /** The numbers of the rows that the workbook doesn't show, by a filter for example. */
  readonly hiddenRows?: readonly number[]
  /** The number of the first record, as a spreadsheet counts rows. */
  readonly firstRow: number
  /** Notes about how the cells were read. */
  readonly issues: readonly Issue[]
}

/** A file that was read: its only grid, or those of a workbook's sheets, in their order. Never none. */
export type GridSource = {
  readonly name: string
  readonly grids: readonly [Grid, ...Grid[]]
}
