import { memoizeLast } from '../memoize-last.ts'
import { countedAs } from './arrange.ts'
import type { Row, RowStatus } from './row.ts'

export type RowCounts = Readonly<Partial<Record<RowStatus, number>>>

/** How many rows stand under each status. */
export const countRows = memoizeLast((rows: readonly Row[]): RowCounts => {
  const counts: Partial<Record<RowStatus, number>> = {}
  for (const row of rows) {
    const status = countedAs(row.status)
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
})
