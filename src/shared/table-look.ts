/** How the operator wants the table of phones, kept from one start to the next. Absent values are the defaults. */
export type TableLook = {
  /** By its ID, whether a column is shown, where that is otherwise than at first. */
  readonly columns?: Readonly<Record<string, boolean>>
  /** In pixels, by the ID of the column. */
  readonly widths?: Readonly<Record<string, number>>
  /** Whether a long result may take two lines of its row. */
  readonly twoLines?: boolean
  readonly sort?: { readonly column: string; readonly descending: boolean }
  /** In pixels: how high the panel is under the table, and how wide beside it. */
  readonly panelHeight?: number
  readonly panelWidth?: number
}

/** In pixels. */
export const narrowestColumn = 48
export const widestColumn = 2000

/** So many columns are remembered; a file may have hundreds. */
export const mostColumnsKept = 200
/** The longest ID of a column that is remembered: as long as a heading that is worth it. */
export const longestColumnId = 260
