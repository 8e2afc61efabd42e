import { countChanged } from '../count-changed.ts'
import { countedAs } from './arrange.ts'
import type { Row, RowStatus } from './row.ts'

export type RowCounts = Readonly<Partial<Record<RowStatus, number>>>

/** How many rows stand under each status. */
export const countRows: (rows: readonly Row[]) => RowCounts = countChanged<Row, RowStatus>(({ status }) =>
  countedAs(status),
)
