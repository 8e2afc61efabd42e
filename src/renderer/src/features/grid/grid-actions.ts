import type { Cell, GridColumn, SortColumn } from '../../model/phones/cell.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { isColumnEditable, isEditable } from '../../stores/edit-actions.ts'
import { setWidth, sortRowsBy } from '../../stores/table-look.ts'
import { isListShownIn, lockedRows } from '../../stores/use-rows.ts'
import type { PanelTab } from '../../stores/view-store.ts'

/** Whether typing into this cell is possible now. */
export function canEdit(stores: AppStores, { row, column }: Cell): boolean {
  const list = stores.list.getState()
  return (
    row > 0 &&
    isListShownIn(stores) &&
    isEditable(list) &&
    isColumnEditable(list, column) &&
    list.sheet?.rows.some((one) => one.row === row) === true &&
    !lockedRows(stores).has(row)
  )
}

/** Begins to edit the cell, with `typed` in place of what is in it; where that is not possible, shows all about its row. */
export function editOrShow(stores: AppStores, cell: Cell, typed?: string): void {
  if (canEdit(stores, cell))
    stores.view.setState({ cursor: cell, editing: { ...cell, ...(typed !== undefined && { typed }) } })
  else if (cell.row > 0) showPanel(stores, 'details')
}

export function endEditing(stores: AppStores): void {
  stores.view.setState({ editing: undefined })
}

/** Orders by the column, then the other way round, then as in the file. */
export function sortBy(stores: AppStores, column: SortColumn): void {
  const { sort } = stores.view.getState()
  if (sort?.column !== column) sortRowsBy(stores, { column, descending: false })
  else sortRowsBy(stores, sort.descending ? undefined : { column, descending: true })
}

/** Makes a column wider or narrower, as it stands on the page; answers whether the key does so. */
export function resizeBy(stores: AppStores, column: GridColumn, key: string): boolean {
  const by = key === 'ArrowRight' ? 16 : key === 'ArrowLeft' ? -16 : 0
  const head = headOf(column)
  if (by === 0 || column === 'select' || !head) return false
  setWidth(stores, { id: column }, head.offsetWidth + by)
  return true
}

const headOf = (column: GridColumn): HTMLElement | null =>
  document.querySelector(`[role="columnheader"][data-column="${CSS.escape(column)}"]`)

/** Makes the row the current one, and visible whatever the filter is. */
export function goToRow(stores: AppStores, row: number, column: Cell['column'] = 'username'): void {
  stores.view.setState({ cursor: { row, column }, filter: '', only: undefined, editing: undefined })
}

/** Leads into the cell of a row that has to be corrected: the first that is wrong. */
export function correctRow(stores: AppStores, row: number, column: Cell['column'] = 'username'): void {
  goToRow(stores, row, column)
  editOrShow(stores, { row, column })
}

export function showPanel(stores: AppStores, tab: PanelTab): void {
  stores.view.setState({ panel: { open: true, tab } })
}
