import { columns } from './column.ts'
import type { Finding, Severity } from './finding.ts'

/** Orders findings as one reads a file: what is about the whole file, then by row, column and weight. */
export function inFileOrder(one: Finding, other: Finding): number {
  return (
    (one.row ?? 0) - (other.row ?? 0) ||
    columnRank(one) - columnRank(other) ||
    weights[one.severity] - weights[other.severity]
  )
}

const weights: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

// Of the remarks about the whole file only those on one column have a place among themselves: they stay as
// they came, since sorting is stable.
const columnRank = ({ row, column }: Finding): number =>
  row === undefined || column === undefined ? -1 : columns.indexOf(column)
