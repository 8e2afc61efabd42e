import type { GridSource } from '../../src/shared/phones/grid.ts'
import { proposeSource } from '../../src/shared/phones/propose-source.ts'
import { readList } from '../../src/shared/phones/read-list.ts'
import type { Sheet } from '../../src/shared/phones/sheet.ts'

/** The cells of a file that has this list in it. Blank rows stand where rows are missing. */
export function cellsOf(sheet: Sheet): GridSource {
  const records: string[][] = [['Username', 'HardwareId', ...(sheet.hasRegionColumn ? ['Region'] : [])]]
  for (const { row, username, hardwareId, region } of sheet.rows)
    records[row - 1] = [username, hardwareId, ...(sheet.hasRegionColumn ? [region] : [])]
  const { name } = sheet
  return {
    name,
    grids: [
      {
        name,
        sheet: undefined,
        firstRow: 1,
        issues: [],
        records: Array.from(records, (record) => record ?? []),
      },
    ],
  }
}

/** The list that the window makes of cells that need no question. */
export function listIn(source: GridSource): Sheet {
  const proposed = proposeSource(source)
  if (!proposed.ok) throw new Error(proposed.failure.message)
  const { grid, proposal } = proposed.value
  const sheet = readList(grid, proposal.choice)
  if (!sheet.ok) throw new Error(sheet.failure.message)
  return sheet.value
}
