import type { ReadinessStatus } from '../../../../shared/readiness/readiness.ts'
import type { SortColumn } from './cell.ts'
import { haystackOf, type Row, type RowStatus } from './row.ts'

/** In which order rows are shown. */
export type Sort = { readonly column: SortColumn; readonly descending: boolean }

/** Rows of one status, those that failed for one reason, or those of whose account the same is known. */
export type RowFilter =
  | { readonly kind: 'status'; readonly status: RowStatus }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'readiness'; readonly status: ReadinessStatus }

/** The rows in this order; rows that are equal in it stay in file order. */
export function sortRows(rows: readonly Row[], sort: Sort | undefined): readonly Row[] {
  if (!sort) return rows
  const keys = new Map(rows.map((row) => [row, sortKey(row, sort.column)]))
  return rows.toSorted(inOrder(sort, (row) => keys.get(row) ?? ''))
}

/**
 * Sorts a list again and again. Where few rows are not the same as the last time, only they are put in their places: a run
 * changes a hundred rows of 60,000 at a time.
 */
export function createSorter(): typeof sortRows {
  let last:
    | { readonly rows: readonly Row[]; readonly sort: Sort; readonly sorted: readonly Row[] }
    | undefined
  return (rows, sort) => {
    if (!sort) return rows
    const sorted = (last && sortChanged(last, rows, sort)) ?? sortRows(rows, sort)
    last = { rows, sort, sorted }
    return sorted
  }
}

/** Undefined where so much has changed that it is all sorted anew. */
function sortChanged(
  last: { readonly rows: readonly Row[]; readonly sort: Sort; readonly sorted: readonly Row[] },
  rows: readonly Row[],
  sort: Sort,
): readonly Row[] | undefined {
  const { column, descending } = last.sort
  if (column !== sort.column || descending !== sort.descending || last.rows.length !== rows.length)
    return undefined
  const most = rows.length / 20
  const before: Row[] = []
  const after: Row[] = []
  for (let at = 0; at < rows.length; at++) {
    const [old, row] = [last.rows[at], rows[at]]
    if (old === row || !old || !row) continue
    before.push(old)
    after.push(row)
    if (before.length > most) return undefined
  }
  if (before.length === 0) return last.sorted
  const compare = inOrder(sort, (row) => sortKey(row, sort.column))
  const without = cutAt(
    last.sorted,
    before.map((row) => placeOf(last.sorted, row, compare)),
  )
  return insertAt(without, after.sort(compare), compare)
}

const inOrder =
  ({ descending }: Sort, keyOf: (row: Row) => string) =>
  (a: Row, b: Row): number => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === right) return a.row - b.row
    return left < right === descending ? 1 : -1
  }

/** The first place in an ordered list whose row does not come before this one. */
function placeOf(sorted: readonly Row[], row: Row, compare: (a: Row, b: Row) => number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = sorted[middle]
    if (there && compare(there, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The list without the items at these places. */
function cutAt(list: readonly Row[], places: readonly number[]): readonly Row[] {
  const parts: Row[][] = []
  let from = 0
  for (const place of places.toSorted((a, b) => a - b)) {
    parts.push(list.slice(from, place))
    from = place + 1
  }
  parts.push(list.slice(from))
  return parts.flat()
}

/** The ordered list with these ordered rows in their places. */
function insertAt(
  list: readonly Row[],
  rows: readonly Row[],
  compare: (a: Row, b: Row) => number,
): readonly Row[] {
  const parts: (readonly Row[])[] = []
  let from = 0
  for (const row of rows) {
    const place = placeOf(list, row, compare)
    parts.push(list.slice(from, place), [row])
    from = place
  }
  parts.push(list.slice(from))
  return parts.flat()
}

/** The rows that contain the text (in any column, without regard to case) and are of the wanted kind. */
export function filterRows(
  rows: readonly Row[],
  filter: string,
  only: RowFilter | undefined,
): readonly Row[] {
  const wanted = filter.trim().toLowerCase()
  if (wanted === '' && !only) return rows
  return rows.filter(
    (row) => (!only || isOf(row, only)) && (wanted === '' || haystackOf(row).includes(wanted)),
  )
}

/** Texts whose rows are remembered while somebody types. */
const mostRemembered = 40

/**
 * Filters a list again and again. While somebody types, each character is looked for only among the rows that had those
 * before it, and what was found before is not looked for again.
 */
export function createFilter(): typeof filterRows {
  let last: { readonly rows: readonly Row[]; readonly only: RowFilter | undefined } | undefined
  const found = new Map<string, readonly Row[]>()
  return (rows, filter, only) => {
    const wanted = filter.trim().toLowerCase()
    if (last?.rows !== rows || last.only !== only || found.size > mostRemembered) found.clear()
    last = { rows, only }
    const known = found.get(wanted)
    if (known) return known
    let among = found.get('') ?? filterRows(rows, '', only)
    found.set('', among)
    for (let length = wanted.length - 1; length > 0; length--) {
      const shorter = found.get(wanted.slice(0, length))
      if (!shorter) continue
      among = shorter
      break
    }
    const passed = wanted === '' ? among : filterRows(among, wanted, undefined)
    found.set(wanted, passed)
    return passed
  }
}

function isOf(row: Row, only: RowFilter): boolean {
  if (only.kind === 'reason') return row.reason === only.reason
  if (only.kind === 'readiness') return row.readiness?.status === only.status
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

const readinessRank = { fails: '0', 'may-fail': '1', unread: '2', none: '3', ready: '4' } as const

// Digits are padded, so that phone2 comes before phone10 with plain comparisons: a collator takes ten times
// as long, and this runs for each push of events while a column is sorted.
function sortKey(row: Row, column: SortColumn): string {
  if (column === 'row') return String(row.row).padStart(9, '0')
  if (column === 'status') return rank[row.status]
  if (column === 'readiness') return readinessRank[row.readiness?.status ?? 'none']
  if (column === 'hardwareId') return row.hardwareId.toLowerCase()
  return row[column].toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(9, '0'))
}
