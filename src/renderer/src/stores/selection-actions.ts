import { text } from '../../../shared/text/index.ts'
import {
  nothingSelected,
  type Selection,
  selectAll,
  selectedAmong,
  selectOnly,
  selectRange,
  toggleRow,
} from '../model/phones/selection.ts'
import type { AppStores } from './app-stores.ts'
import { announce } from './live-store.ts'
import { arrangedRowsIn } from './use-arranged-rows.ts'

const { select: words } = text.window.table

export const toggleSelected = (stores: AppStores, row: number): void =>
  select(stores, toggleRow(stores.view.getState().selection, row))

export const selectOne = (stores: AppStores, row: number): void => select(stores, selectOnly(row))

/** Selects the rows up to this one; with `keeps` besides those that are selected. */
export const selectTo = (stores: AppStores, row: number, keeps = false): void =>
  select(stores, selectRange(stores.view.getState().selection, row, arrangedRowsIn(stores), keeps))

/** Selects all rows that pass the filter, those among them too that are not drawn. */
export const selectShown = (stores: AppStores): void =>
  select(stores, selectAll(stores.view.getState().selection, arrangedRowsIn(stores)))

/** Selects all rows that pass the filter; none, where all are. */
export function toggleAll(stores: AppStores): void {
  const { selection } = stores.view.getState()
  if (selectedAmong(selection, arrangedRowsIn(stores)) === 'all') clearSelection(stores)
  else selectShown(stores)
}

export const clearSelection = (stores: AppStores): void => select(stores, nothingSelected)

function select(stores: AppStores, selection: Selection): void {
  const before = stores.view.getState().selection.rows.size
  stores.view.setState({ selection })
  const { size } = selection.rows
  if (size !== before) announce(stores.live, size === 0 ? words.none : words.selected(size))
}
