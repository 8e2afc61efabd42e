import type { ChosenLayout } from '../shared/phones/choose-layout.ts'
import { cleanCell } from '../shared/phones/clean.ts'
import type { GridSource } from '../shared/phones/grid.ts'
import { type ColumnRole, columnRoles } from '../shared/phones/layout.ts'

/** The options that say a layout, as they are typed: `--columns "Username=UPN,HardwareId=MAC"`. */
export function sayColumns({ grids }: GridSource, { grid, choice }: ChosenLayout): string {
  const { headerRow, columns } = choice
  const header = headerRow === undefined ? [] : (grid.records[headerRow - grid.firstRow] ?? []).map(cleanCell)
  const named = columnRoles.flatMap((role) => {
    const place = columns[role]
    return place === undefined ? [] : [`${roleNames[role]}=${nameOf(header, place)}`]
  })
  const sheetName = grid.sheet !== undefined && isHarmless(grid.sheet) ? grid.sheet : grids.indexOf(grid) + 1
  const sheet = grid.sheet === undefined ? [] : [`--sheet "${sheetName}"`]
  const isBelow = headerRow !== undefined && headerRow > grid.firstRow
  return [...sheet, ...(isBelow ? [`--header-row ${headerRow}`] : []), `--columns "${named.join(',')}"`].join(
    ' ',
  )
}

/** The names of the roles at the command line. */
const roleNames: Readonly<Record<ColumnRole, string>> = {
  username: 'Username',
  hardwareId: 'HardwareId',
  port: 'Port',
  region: 'Region',
}

/** The heading, where it names one column alone and a shell takes it for a text; else the column's number. */
function nameOf(header: readonly string[], place: number): string {
  const name = header[place] ?? ''
  const isOnly = header.filter((other) => other.toLowerCase() === name.toLowerCase()).length === 1
  return isOnly && isHarmless(name) ? name : String(place + 1)
}

const isHarmless = (name: string): boolean => /^(?!\d+$)[\p{L}\p{N} ._()[\]/+-]{1,80}$/u.test(name)
