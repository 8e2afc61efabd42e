import type { Cell, GridColumn } from '../../model/phones/cell.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { isColumnEditable, isEditable } from '../../stores/edit-actions.ts'
import type { PanelTab } from '../../stores/view-store.ts'

/** Whether typing into this cell is possible now. */
function canEdit(stores: AppStores, { row, column }: Cell): boolean {
  const list = stores.list.getState()
  return (
    row > 0 && stores.view.getState().shown === 'list' && isEditable(list) && isColumnEditable(list, column)
  )
}

/** Begins to edit the cell; where that is not possible, shows all about its row. */
export function editOrShow(stores: AppStores, cell: Cell): void {
  if (canEdit(stores, cell)) stores.view.setState({ cursor: cell, editing: cell })
  else if (cell.row > 0) showPanel(stores, 'details')
}

export function endEditing(stores: AppStores): void {
  stores.view.setState({ editing: undefined })
}

/** Orders by the column, then the other way round, then as in the file. */
export function sortBy(stores: AppStores, column: GridColumn): void {
  const { sort } = stores.view.getState()
  if (sort?.column !== column) stores.view.setState({ sort: { column, descending: false } })
  else stores.view.setState({ sort: sort.descending ? undefined : { column, descending: true } })
}

/** Makes the row the current one, and visible whatever the filter is. */
export function goToRow(stores: AppStores, row: number, column: GridColumn = 'username'): void {
  stores.view.setState({ cursor: { row, column }, filter: '', only: undefined, editing: undefined })
}

export function showPanel(stores: AppStores, tab: PanelTab): void {
  stores.view.setState({ panel: { open: true, tab } })
}
