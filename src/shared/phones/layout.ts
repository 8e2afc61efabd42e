/** What a column of a file may be for a phone list. `port`: of an analog adapter, to stand behind its MAC address. */
export const columnRoles = ['username', 'hardwareId', 'port', 'region'] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Which column holds what, counted from 0; undefined: none does. */
type ColumnPlaces = { readonly [Role in ColumnRole]: number | undefined }

/** How a grid is to be read as a phone list: proposed by the program, or chosen by a person. */
export type LayoutChoice = {
  /** The sheet of a workbook; undefined where there are none. */
  readonly sheet: string | undefined
  /** The row that names the columns, as a spreadsheet counts; undefined: the grid has none, and begins with phones. */
  readonly headerRow: number | undefined
  readonly columns: ColumnPlaces
}

/** A layout by which phones can be read. */
export type Layout = ColumnPlaces & { readonly username: number; readonly hardwareId: number }

/** The layout of a choice; undefined while it says no column for the username or for the hardware ID. */
export function layoutOf({ columns }: LayoutChoice): Layout | undefined {
  const { username, hardwareId } = columns
  return username === undefined || hardwareId === undefined ? undefined : { ...columns, username, hardwareId }
}
