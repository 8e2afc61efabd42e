import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import { type Column, columns } from './column.ts'
import { namedPlaces, nameTwice } from './header.ts'
import type { Issue } from './issue.ts'
import type { Layout } from './layout.ts'
import { refuse } from './refuse.ts'

/**
 * Recognises the columns by the names in a header. A column's own name wins over other names for it, which
 * are taken with a note; two other names for the same column leave open which one is meant.
 */
export function layoutByName(file: string, row: number, header: readonly string[]): Result<Layout, Issue> {
  const name = nameTwice(header)
  if (name !== undefined) return refuse('header-duplicate', text.check.headerDuplicate({ file, name }))
  const places: Partial<Record<Column, number>> = {}
  const issues: Issue[] = []
  for (const column of columns) {
    const { own, other } = namedPlaces(header, column)
    const [place = other[0]] = own
    if (place === undefined) continue
    places[column] = place
    if (own.length > 0) continue
    const names = other.map((at) => header[at] ?? '')
    if (other.length > 1)
      return refuse('header-ambiguous', text.check.headerAmbiguous({ file, column, names }))
    issues.push(otherName(column, header[place] ?? ''))
  }
  const { username, hardwareId, region } = places
  if (username === undefined || hardwareId === undefined) {
    const missing = (['username', 'hardwareId'] as const).filter((column) => places[column] === undefined)
    return refuse('header-missing-column', text.check.headerMissingColumn({ file, row, missing, header }))
  }
  const names = header.filter(
    (cell, at) => cell !== '' && at !== username && at !== hardwareId && at !== region,
  )
  if (names.length > 0) {
    issues.push({ severity: 'note', code: 'column-unused', message: text.check.columnsUnused({ names }) })
  }
  return succeed({ username, hardwareId, region, hasHeader: true, issues })
}

function otherName(column: Column, name: string): Issue {
  const message = text.check.headerOtherName({ column, name })
  return { severity: 'note', code: 'header-other-name', column, value: name, message }
}
