import type { ReadinessStatus } from '../../../../shared/readiness/readiness.ts'
import { changedPlaces } from '../changed-places.ts'
import type { SortColumn } from './cell.ts'
import { haystackOf, type Row, type RowStatus } from './row.ts'
import { sortKey, type TableColumn } from './table-columns.ts'

/** In which order rows are wanted. */
export type Sort = { readonly column: SortColumn; readonly descending: boolean }

/** The same, with the column itself. */
export type Order = { readonly column: TableColumn; readonly descending: boolean }

/** Undefined where the table has no such column, as after another file was opened. */
export function orderOf(columns: readonly TableColumn[], sort: Sort | undefined): Order | undefined {
  const column = sort && columns.find(({ id }) => id === sort.column)
  return column && { column, descending: sort.descending }
}

/** Rows of one status, those that failed for one reason, or those of whose account the same is known. */
export type RowFilter =
  | { readonly kind: 'status'; readonly status: RowStatus }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'readiness'; readonly status: ReadinessStatus }

/** The rows in this order; rows that are equal in it stay in file order. */
export function sortRows(rows: readonly Row[], sort: Order | undefined): readonly Row[] {
  if (!sort) return rows
  return rows.toSorted(inOrder(sort, keysOf(sort.column)))
}

/**
 * Sorts a list repeatedly. If only few rows changed since the last time, it moves only those: a run changes a hundred rows
 * of 60,000 at a time.
 */
export function createSorter(): typeof sortRows {
  let last:
    | { readonly rows: readonly Row[]; readonly sort: Order; readonly sorted: readonly Row[] }
    | undefined
  return (rows, sort) => {
    if (!sort) return rows
    const sorted = (last && sortChanged(last, rows, sort)) ?? sortRows(rows, sort)
    last = { rows, sort, sorted }
    return sorted
  }
}

/** Undefined if so much has changed that all rows are sorted again. */
function sortChanged(
  last: { readonly rows: readonly Row[]; readonly sort: Order; readonly sorted: readonly Row[] },
  rows: readonly Row[],
  sort: Order,
): readonly Row[] | undefined {
  const { column, descending } = last.sort
  if (column !== sort.column || descending !== sort.descending || last.rows.length !== rows.length)
    return undefined
  const places = changedPlaces(last.rows, rows)
  if (places.length > rows.length / 20) return undefined
  if (places.length === 0) return last.sorted
  const compare = inOrder(sort, keysOf(sort.column))
  const at = (row: Row): number => placeOf(last.sorted, row, compare)
  const gone = places.flatMap((place) => last.rows[place] ?? []).map(at)
  const come = places.flatMap((place) => rows[place] ?? []).sort(compare)
  return exchanged(
    last.sorted,
    gone.sort((a, b) => a - b),
    come.map((row) => ({ row, at: at(row) })),
  )
}

const keysByColumn = new WeakMap<TableColumn, WeakMap<Row, string>>()

/** By what rows are ordered in a column: made once for a row, and not for each of the many it is compared with. */
function keysOf(column: TableColumn): (row: Row) => string {
  const known = keysByColumn.get(column) ?? new WeakMap<Row, string>()
  keysByColumn.set(column, known)
  return (row) => {
    const before = known.get(row)
    if (before !== undefined) return before
    const key = sortKey(column, row)
    known.set(row, key)
    return key
  }
}

const inOrder =
  ({ descending }: Order, keyOf: (row: Row) => string) =>
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

/**
 * Removes the rows at the places `gone` and inserts the new ones, each before the row that was at its place `at`; both
 * lists are in order. One by one into one list: joining hundreds of parts with `flat` takes ten times as long.
 */
function exchanged(
  list: readonly Row[],
  gone: readonly number[],
  come: readonly { readonly row: Row; readonly at: number }[],
): readonly Row[] {
  const all = list.slice()
  let [from, to, next] = [0, 0, 0]
  const copyAllTo = (end: number): void => {
    // As many have come as have gone: these stand in their places already.
    if (from === to) {
      from = Math.max(from, end)
      to = from
    }
    for (; from < end; from++) {
      const row = list[from]
      if (row) all[to++] = row
    }
  }
  const copyTo = (end: number): void => {
    for (let skipped = gone[next]; skipped !== undefined && skipped < end; skipped = gone[next]) {
      copyAllTo(skipped)
      from = skipped + 1
      next += 1
    }
    copyAllTo(end)
  }
  for (const { row, at } of come) {
    copyTo(at)
    all[to++] = row
  }
  copyTo(list.length)
  return all
}

/** Rows, each with the text that is searched of it. */
type Searched = { readonly rows: readonly Row[]; readonly texts: readonly string[] }

/**
 * The rows that contain the text (in any column, without regard to case) and are of the wanted kind. `besides`: columns that
 * are shown and hold what is in no other.
 */
type Filter = (
  rows: readonly Row[],
  filter: string,
  only: RowFilter | undefined,
  besides?: readonly TableColumn[],
) => readonly Row[]

/** Texts whose rows are remembered while somebody types. */
const mostRemembered = 40

const none: readonly TableColumn[] = []

/**
 * Filters a list repeatedly. While somebody types, it searches only the rows that matched the text so far, and doesn't
 * repeat earlier searches.
 */
export function createFilter(): Filter {
  let last:
    | {
        readonly rows: readonly Row[]
        readonly only: RowFilter | undefined
        readonly besides: readonly TableColumn[]
        readonly wanted: readonly Row[]
      }
    | undefined
  let all: (Searched & { readonly besides: readonly TableColumn[] }) | undefined
  const found = new Map<string, Searched>()
  return (rows, filter, only, besides = none) => {
    const isSame = last?.rows === rows && last.only === only && last.besides === besides
    if (!isSame || found.size > mostRemembered) found.clear()
    const wanted = isSame && last ? last.wanted : only ? rows.filter((row) => isOf(row, only)) : rows
    last = { rows, only, besides, wanted }
    const words = filter.trim().toLowerCase()
    if (words === '') return wanted
    const known = found.get(words)
    if (known) return known.rows
    let among: Searched | undefined
    for (let length = words.length - 1; length > 0 && !among; length--)
      among = found.get(words.slice(0, length))
    if (!among) {
      all = { rows: wanted, besides, texts: textsOf(wanted, besides, all) }
      among = all
    }
    const passed = having(words, among)
    found.set(words, passed)
    return passed.rows
  }
}

/** The text that is searched of each row. Looked up for those alone that stand where others stood `before`: to look up 60,000 takes half a frame. */
function textsOf(
  rows: readonly Row[],
  besides: readonly TableColumn[],
  before: (Searched & { readonly besides: readonly TableColumn[] }) | undefined,
): readonly string[] {
  const known = before?.besides === besides ? before : { rows: [], texts: [] }
  const texts = known.texts.slice(0, rows.length)
  for (const at of changedPlaces(known.rows, rows)) {
    const row = rows[at]
    if (row)
      texts[at] = [haystackOf(row), ...besides.map(({ textOf }) => textOf(row).toLowerCase())].join('\n')
  }
  return texts
}

function having(words: string, { rows, texts }: Searched): Searched {
  const passed: Row[] = []
  const theirs: string[] = []
  for (let at = 0; at < rows.length; at++) {
    const [row, searched] = [rows[at], texts[at]]
    if (!row || !searched?.includes(words)) continue
    passed.push(row)
    theirs.push(searched)
  }
  return { rows: passed, texts: theirs }
}

function isOf(row: Row, only: RowFilter): boolean {
  if (only.kind === 'reason') return row.reason === only.reason
  if (only.kind === 'readiness') return row.readiness?.status === only.status
  return countedAs(row.status) === only.status
}

/** The status a row is counted under: between leaving and being taken, a phone is as good as signing in. */
export const countedAs = (status: RowStatus): RowStatus => (status === 'submitting' ? 'signing in' : status)
