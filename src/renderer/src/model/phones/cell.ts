/** The columns that the table always knows, from left to right. Those of the file are named by their heading. */
export type GridColumn =
  | 'select'
  | 'row'
  | 'username'
  | 'hardwareId'
  | 'region'
  | 'status'
  | 'readiness'
  | 'result'
  | 'maker'
  | `file:${string}`

/** Those that the table can be sorted by. */
export type SortColumn = Exclude<GridColumn, 'select'>

/** `row: 0` is the header. */
export type Cell = { readonly row: number; readonly column: GridColumn }
