import type { SortColumn } from './cell.ts'
import type { Row, RowStatus } from './row.ts'

/** In which order rows are shown. */
export type Sort = { readonly column: SortColumn; readonly descending: boolean }

/** Rows of one status, or those that failed for one reason. */
export type RowFilter =
  | { readonly kind: 'status'; readonly status: RowStatus }
  | { readonly kind: 'reason'; readonly reason: string }

/** The rows in this order; rows that are equal in it stay in file order. */
export function sortRows(rows: readonly Row[], sort: Sort | undefined): readonly Row[] {
  if (!sort) return rows
  const keys = new Map(rows.map((row) => [row, sortKey(row, sort.column)]))
  const direction = sort.descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left = '', right = ''] = [keys.get(a), keys.get(b)]
    if (left === right) return a.row - b.row
    return left < right ? -direction : direction
  })
}

/** The rows that contain the text (in any column, without regard to case) and are of the wanted kind. */
export function filterRows(
  rows: readonly Row[],
  filter: string,
  only: RowFilter | undefined,
): readonly Row[] {
  const wanted = filter.trim().toLowerCase()
  if (wanted === '' && !only) return rows
  return rows.filter((row) => (!only || isOf(row, only)) && row.haystack.includes(wanted))
}

function isOf(row: Row, only: RowFilter): boolean {
  if (only.kind === 'reason') return row.reason === only.reason
  return countedAs(row.status) === only.status
}

/** The status a row is counted under: between leaving and being taken, a phone is as good as signing in. */
export const countedAs = (status: RowStatus): RowStatus => (status === 'submitting' ? 'signing in' : status)

/** What needs somebody comes first. */
const rank: Record<RowStatus, string> = {
  error: '0',
  failed: '0',
  unknown: '1',
  warning: '1',
  'not sent': '2',
  'left out': '2',
  'signing in': '3',
  submitting: '4',
  queued: '5',
  'signed in': '6',
  ready: '6',
}

// Digits are padded, so that phone2 comes before phone10 with plain comparisons: a collator takes ten times
// as long, and this runs for each push of events while a column is sorted.
function sortKey(row: Row, column: SortColumn): string {
  if (column === 'row') return String(row.row).padStart(9, '0')
  if (column === 'status') return rank[row.status]
  if (column === 'hardwareId') return row.hardwareId.toLowerCase()
  return row[column].toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(9, '0'))
}
