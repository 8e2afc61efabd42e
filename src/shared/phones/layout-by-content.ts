import { parseRegion } from '../gateway/region.ts'
import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import type { Column } from './column.ts'
import { readHardwareId } from './hardware-id.ts'
import type { Issue } from './issue.ts'
import type { Layout } from './layout.ts'
import { refuse } from './refuse.ts'

/**
 * Recognises the columns of a file without a header: its first row has a cell with an @ and a cell that is a
 * hardware ID, which no header has. Answers undefined where it is no such row.
 */
export function layoutByContent(
  file: string,
  row: number,
  cells: readonly string[],
): Result<Layout, Issue> | undefined {
  const places: Record<Column | 'unused', number[]> = { username: [], hardwareId: [], region: [], unused: [] }
  cells.forEach((cell, place) => {
    if (cell !== '') places[meaningOf(cell)].push(place)
  })
  const [username] = places.username
  const [hardwareId] = places.hardwareId
  if (username === undefined || hardwareId === undefined) return undefined
  for (const column of ['username', 'hardwareId'] as const) {
    if (places[column].length === 1) continue
    const values = places[column].map((place) => cells[place] ?? '')
    return refuse('header-ambiguous', text.check.contentAmbiguous({ file, row, column, values }))
  }
  const [region, ...otherRegions] = places.region
  const message = text.check.headerAbsent({
    row,
    username: username + 1,
    hardwareId: hardwareId + 1,
    region: region === undefined ? undefined : region + 1,
  })
  const issues: Issue[] = [{ severity: 'note', code: 'header-absent', message }]
  const unused = [...places.unused, ...otherRegions].sort((one, other) => one - other)
  if (unused.length > 0) {
    const numbers = unused.map((place) => place + 1)
    issues.push({
      severity: 'note',
      code: 'column-unused',
      message: text.check.unnamedColumnsUnused({ numbers }),
    })
  }
  return succeed({ username, hardwareId, region, hasHeader: false, issues })
}

function meaningOf(cell: string): Column | 'unused' {
  if (cell.includes('@')) return 'username'
  if (parseRegion(cell) !== undefined) return 'region'
  const { kind } = readHardwareId(cell)
  return kind === 'invalid' || kind === 'mangled' ? 'unused' : 'hardwareId'
}
