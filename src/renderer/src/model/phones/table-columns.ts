import type { OtherColumns } from '../../../../shared/phones/sheet.ts'
import { vendorOf } from '../../../../shared/site/vendor-of.ts'
import { vendorNames } from '../../../../shared/site/vendors.ts'
import { text } from '../../../../shared/text/index.ts'
import { memoizeLast } from '../memoize-last.ts'
import { whyNotReady } from '../readiness/why-not-ready.ts'
import type { GridColumn } from './cell.ts'
import type { Row, RowStatus } from './row.ts'

/** A column of the table of phones: all that the table, its chooser, sorting, filter and copies know of it. */
export type TableColumn = {
  readonly id: GridColumn
  /** Its heading; a run calls some columns otherwise than a list does. */
  readonly name: (shown: 'list' | 'run') => string
  /** In pixels: how wide it is where nobody has chosen a width, or how wide at least where it has a share. */
  readonly width: number
  /** Of the room that is left, beside the shares of other columns. */
  readonly share?: number
  /** How wide at most, before the shares of others, as CSS writes it; `100cqi` is the width of the table. */
  readonly most?: string
  /** Whether it can be hidden, and whether it is at first. Without this it is always shown. */
  readonly atFirst?: 'shown' | 'hidden'
  /** It gives its room to others for as long as none of its cells has anything, unless somebody chose to see it. */
  readonly needsAccounts?: true
  /** Whether the filter has to ask it: it holds what no other column does. */
  readonly isSearched?: true
  /** A whole cell in words, as it is copied, and shown where the table has no look of its own for it. */
  readonly textOf: (row: Row) => string
  /** What rows are ordered by, where that is not the text; see `counted`. */
  readonly keyOf?: (row: Row) => string
}

const { columns: names, status, maker } = text.window.table

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

/**
 * The columns of the table, from left to right; those of the file follow. To add a column, add an entry here and its ID
 * to `GridColumn`; if it needs its own look, add that in `features/grid/grid-cell.tsx`.
 */
export const ownColumns: readonly TableColumn[] = [
  { id: 'select', name: () => text.window.table.select.all, width: 36, textOf: ({ row }) => String(row) },
  {
    id: 'row',
    name: () => names.row,
    width: 64,
    textOf: ({ row }) => String(row),
    keyOf: ({ row }) => String(row).padStart(9, '0'),
  },
  { id: 'username', name: () => names.username, width: 176, share: 1, textOf: ({ username }) => username },
  {
    id: 'hardwareId',
    name: () => names.hardwareId,
    width: 176,
    textOf: ({ hardwareId }) => hardwareId,
    keyOf: ({ hardwareId }) => hardwareId.toLowerCase(),
  },
  { id: 'region', name: () => names.region, width: 76, atFirst: 'shown', textOf: ({ region }) => region },
  {
    id: 'status',
    name: () => names.status,
    width: 116,
    textOf: (row) => status[row.status],
    keyOf: (row) => rank[row.status],
  },
  {
    id: 'readiness',
    name: () => names.readiness,
    width: 100,
    most: 'clamp(100px, 100cqi - 1000px, 400px)',
    atFirst: 'shown',
    needsAccounts: true,
    isSearched: true,
    textOf: ({ readiness }) =>
      readiness ? joined(text.window.readiness.status[readiness.status], whyNotReady(readiness)) : '',
    keyOf: ({ readiness }) => readinessRank[readiness?.status ?? 'none'],
  },
  {
    id: 'result',
    name: (shown) => (shown === 'run' ? names.result : names.issues),
    // With the readiness all of them have room in the smallest window: to scroll sideways for a few pixels costs a row.
    width: 96,
    share: 1.3,
    textOf: ({ result, remedy }) => joined(result, remedy),
    keyOf: ({ result }) => counted(result),
  },
  {
    id: 'maker',
    name: () => maker.name,
    width: 132,
    atFirst: 'hidden',
    isSearched: true,
    textOf: ({ hardwareId }) => {
      const vendor = vendorOf(hardwareId)
      return vendor === undefined ? '' : vendorNames[vendor]
    },
  },
]

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** All columns that can be shown: the table's own, and those of the file. */
export const allColumns = memoizeLast((others: OtherColumns | undefined): readonly TableColumn[] =>
  others === undefined ? ownColumns : [...ownColumns, ...fileColumns(others)],
)

/** What is known of the accounts: nothing, that all of them are ready, or of some what keeps them from it. */
export type AccountsKnown = 'none' | 'all ready' | 'reasons'

/**
 * Those that are shown. `chosen`: by their IDs, those that are shown or hidden otherwise than at first. A column that needs
 * accounts takes no more room than a mark does while none of them has a reason.
 */
export const columnsShownOf = memoizeLast(
  (
    columns: readonly TableColumn[],
    chosen: Readonly<Record<string, boolean>> | undefined,
    accounts: AccountsKnown,
  ): readonly TableColumn[] =>
    columns.flatMap((column) => {
      if (!isShown(column, chosen)) return []
      if (!column.needsAccounts || accounts === 'reasons') return column
      const { most: _, ...narrow } = column
      return accounts === 'all ready' || chosen?.[column.id] === true ? narrow : []
    }),
)

export const isShown = (
  { id, atFirst }: TableColumn,
  chosen: Readonly<Record<string, boolean>> | undefined,
): boolean => atFirst === undefined || (chosen?.[id] ?? atFirst === 'shown')

/** By what rows are ordered in a column. */
export const sortKey = ({ textOf, keyOf }: TableColumn, row: Row): string =>
  keyOf ? keyOf(row) : counted(textOf(row))

/**
 * A text in the order in which people count: its digits are padded, so that phone2 comes before phone10 in plain
 * comparisons. A collator takes ten times as long, and this runs for each push of events while a column is sorted.
 */
const counted = (words: string): string =>
  words.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(9, '0'))

/** The other columns of a file. Their cells are looked up once somebody shows one. */
function fileColumns({ headings, rows }: OtherColumns): readonly TableColumn[] {
  let cellsByRow: ReadonlyMap<number, readonly string[]> | undefined
  const cellOf = (row: number, place: number): string => {
    cellsByRow ??= new Map(rows.map(({ row: number, cells }) => [number, cells]))
    return cellsByRow.get(row)?.[place] ?? ''
  }
  const seen = new Map<string, number>()
  return headings.map((heading, place): TableColumn => {
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return {
      id: times === 1 ? `file:${heading}` : `file:${heading} ${times}`,
      name: () => heading,
      width: 148,
      atFirst: 'hidden',
      isSearched: true,
      textOf: ({ row }) => cellOf(row, place),
    }
  })
}
