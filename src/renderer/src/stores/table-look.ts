import { mostColumnsKept, narrowestColumn, type TableLook, widestColumn } from '../../../shared/table-look.ts'
import type { Sort } from '../model/phones/arrange.ts'
import { isShown, ownColumns, type TableColumn } from '../model/phones/table-columns.ts'
import { type AppStores, invoke } from './app-stores.ts'

const nothing: TableLook = {}

/** Shows a column, or hides it. */
export function showColumn(stores: AppStores, column: TableColumn, shown: boolean): void {
  if (isShown(column, lookOf(stores).columns) === shown) return
  keepLook(stores, { columns: latest(lookOf(stores).columns, column.id, shown) })
}

/** Makes a column so many pixels wide; undefined: as wide as at first. `isKept`: not while a hand still moves it. */
export function setWidth(
  stores: AppStores,
  { id }: Pick<TableColumn, 'id'>,
  width: number | undefined,
  isKept = true,
): void {
  const kept = width === undefined ? undefined : Math.round(within(width, narrowestColumn, widestColumn))
  changeLook(stores, { widths: latest(lookOf(stores).widths, id, kept) })
  if (isKept) keepLook(stores, {})
}

/** All columns are as wide as at first. */
export const resetWidths = (stores: AppStores): void => keepLook(stores, { widths: undefined })

export const allowTwoLines = (stores: AppStores, twoLines: boolean): void => keepLook(stores, { twoLines })

/** Orders the rows, and remembers how; undefined: as in the file. */
export function sortRowsBy(stores: AppStores, sort: Sort | undefined): void {
  stores.view.setState({ sort })
  keepLook(stores, { sort })
}

/** Takes over how the rows were ordered last, once main has told. */
export function recallSort(stores: AppStores): void {
  const { sort } = lookOf(stores)
  if (!sort || stores.view.getState().sort) return
  const own = ownColumns.find(({ id }) => id === sort.column)?.id
  const column =
    own ?? (sort.column.startsWith('file:') ? (`file:${sort.column.slice(5)}` as const) : undefined)
  if (column !== undefined && column !== 'select')
    stores.view.setState({ sort: { column, descending: sort.descending } })
}

/** Makes the panel so many pixels high under the table, or wide beside it; undefined: as large as at first. */
export function setPanelSize(
  stores: AppStores,
  size: { readonly [Name in 'panelHeight' | 'panelWidth']?: number | undefined },
  isKept = true,
): void {
  changeLook(stores, size)
  if (isKept) keepLook(stores, {})
}

const lookOf = (stores: AppStores): TableLook => stores.settings.getState().table ?? nothing

type Change = { readonly [Name in keyof TableLook]?: TableLook[Name] | undefined }

/** At once on the page, whatever comes of keeping it. */
function changeLook(stores: AppStores, change: Change): void {
  const entries = Object.entries({ ...lookOf(stores), ...change }).filter(([, value]) => value !== undefined)
  stores.settings.setState({ table: Object.fromEntries(entries) })
}

/** Nobody has to know that it could not be kept: it counts until the app closes, and Settings says that nothing is kept. */
function keepLook(stores: AppStores, change: Change): void {
  changeLook(stores, change)
  void invoke(stores, 'settings:change', { table: lookOf(stores) })
}

/** The settings by column, with this one as the latest. If there are too many, the earliest are dropped. */
function latest<Value>(
  kept: Readonly<Record<string, Value>> | undefined,
  id: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> | undefined {
  const others = Object.entries(kept ?? {}).filter(([one]) => one !== id)
  const all = value === undefined ? others : [...others, [id, value] as const]
  return all.length === 0 ? undefined : Object.fromEntries(all.slice(-mostColumnsKept))
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
