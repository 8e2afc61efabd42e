import type { Cell, GridColumn } from '../../model/phones/cell.ts'
import type { Desk } from '../../stores/desk.ts'
import { isColumnEditable, isEditable } from '../../stores/mend-actions.ts'
import type { PanelTab } from '../../stores/view-store.ts'

/** Whether typing into this cell is possible now. */
function canEdit(desk: Desk, { row, column }: Cell): boolean {
  const list = desk.list.getState()
  return (
    row > 0 && desk.view.getState().shown === 'list' && isEditable(list) && isColumnEditable(list, column)
  )
}

/** Begins to edit the cell; where that is not possible, shows all about its row. */
export function editOrShow(desk: Desk, cell: Cell): void {
  if (canEdit(desk, cell)) desk.view.setState({ cursor: cell, editing: cell })
  else if (cell.row > 0) showPanel(desk, 'details')
}

export function endEditing(desk: Desk): void {
  desk.view.setState({ editing: undefined })
}

/** Orders by the column, then the other way round, then as in the file. */
export function sortBy(desk: Desk, column: GridColumn): void {
  const { sort } = desk.view.getState()
  if (sort?.column !== column) desk.view.setState({ sort: { column, descending: false } })
  else desk.view.setState({ sort: sort.descending ? undefined : { column, descending: true } })
}

/** Makes the row the current one, and visible whatever the filter is. */
export function goToRow(desk: Desk, row: number, column: GridColumn = 'username'): void {
  desk.view.setState({ cursor: { row, column }, filter: '', only: undefined, editing: undefined })
}

export function showPanel(desk: Desk, tab: PanelTab): void {
  desk.view.setState({ panel: { open: true, tab } })
}
