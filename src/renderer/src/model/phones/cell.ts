/** The columns of the table of phones, from left to right. */
export const gridColumns = [
  'select',
  'row',
  'username',
  'hardwareId',
  'region',
  'status',
  'readiness',
  'result',
] as const
export type GridColumn = (typeof gridColumns)[number]

/** Those that the table can be sorted by. */
export type SortColumn = Exclude<GridColumn, 'select'>

/** `row: 0` is the header. */
export type Cell = { readonly row: number; readonly column: GridColumn }
