/** The columns of the table of phones, from left to right. */
export const gridColumns = ['row', 'username', 'hardwareId', 'region', 'status', 'result'] as const
export type GridColumn = (typeof gridColumns)[number]

/** `row: 0` is the header. */
export type Cell = { readonly row: number; readonly column: GridColumn }
