import { isBlank } from './clean.ts'
import { type CellKind, kindOf, mostColumns } from './column-content.ts'
import type { Grid } from './grid.ts'
import { readHeading } from './heading.ts'

/**
 * Whether a table has its headings in the first column, and a phone in each of the others. No choice of columns makes a list
 * of it. A table of one phone is told by its missing columns.
 */
export function liesOnItsSide(records: Grid['records']): boolean {
  const first = records.slice(0, mostHeadings)
  const isThere = (role: 'username' | 'hardwareId'): boolean =>
    first.some((record) => isAllOf(role, record.slice(1)) && readHeading(record[0] ?? '')?.role === role)
  return isThere('username') && isThere('hardwareId')
}

/** A phone has no more details than that. */
const mostHeadings = 50

const kindsOf: Readonly<Record<'username' | 'hardwareId', readonly (CellKind | undefined)[]>> = {
  username: ['account', 'person'],
  hardwareId: ['device'],
}

function isAllOf(role: 'username' | 'hardwareId', cells: readonly string[]): boolean {
  const filled = cells.slice(0, mostColumns).filter((cell) => !isBlank(cell))
  return filled.length >= 2 && filled.every((cell) => kindsOf[role].includes(kindOf(cell)))
}
