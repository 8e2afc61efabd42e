import { type ColumnRole, columnRoles, type LayoutChoice } from '../../../shared/phones/layout.ts'
import { proposeLayout } from '../../../shared/phones/propose-layout.ts'
import { readList } from '../../../shared/phones/read-list.ts'
import { layoutToRemember } from '../../../shared/phones/remembered-layout.ts'
import { chosenGrid } from '../model/phones/read-opened.ts'
import { type AppStores, invoke, tell } from './app-stores.ts'
import { addSheet } from './edit-actions.ts'
import { offerList } from './list-actions.ts'

/** Asks once more which column of the open list is which. */
export function chooseAgain(stores: AppStores): void {
  const { opened } = stores.list.getState()
  if (!opened) return
  stores.list.setState({ choosing: { opened, from: 'again', doubts: [] } })
  stores.view.setState({ dialog: 'columns' })
}

/** Leaves everything as it was. */
export function cancelChoosing(stores: AppStores): void {
  stores.list.setState({ choosing: undefined })
  stores.view.setState({ dialog: undefined })
}

/** Reads another sheet of the workbook, as is proposed for it. */
export function chooseSheet(stores: AppStores, sheet: string): void {
  change(stores, { sheet, headerRow: undefined, columns: noColumns })
  propose(stores, undefined)
}

/** Takes another row as the one that names the columns; undefined: none does. */
export function chooseHeaderRow(stores: AppStores, headerRow: number | undefined): void {
  const { choosing } = stores.list.getState()
  if (!choosing) return
  if (headerRow === undefined) change(stores, { ...choosing.opened.choice, headerRow })
  else propose(stores, headerRow)
}

/** Says what a column is. One that was this before is not used any more. */
export function chooseRole(stores: AppStores, place: number, role: ColumnRole | undefined): void {
  const { choosing } = stores.list.getState()
  if (!choosing) return
  const { choice } = choosing.opened
  const without = columnRoles.map((one) => [
    one,
    choice.columns[one] === place ? undefined : choice.columns[one],
  ])
  change(stores, {
    ...choice,
    columns: { ...noColumns, ...Object.fromEntries(without), ...(role && { [role]: place }) },
  })
}

/** Reads the cells as was chosen: as a list of their own, or below the rows of the open one. Remembers the choice. */
export function takeColumns(stores: AppStores, as: 'list' | 'rows'): void {
  const { choosing } = stores.list.getState()
  if (!choosing) return
  const { opened, from } = choosing
  const grid = chosenGrid(opened)
  const sheet = readList(grid, opened.choice)
  cancelChoosing(stores)
  if (!sheet.ok) {
    tell(stores, 'list', 'error', sheet.failure)
    return
  }
  const layout = layoutToRemember(grid, opened.choice)
  // The operator need not know that a choice could not be remembered: it counts now, and the app asks again next time.
  if (layout) void invoke(stores, 'settings:change', { layout })
  if (as === 'rows') addSheet(stores, sheet.value)
  else {
    const isOnlyHere = from === 'again' ? stores.list.getState().isOnlyHere : from === 'paste'
    offerList(stores, { sheet: sheet.value, opened, isOnlyHere })
  }
}

const noColumns = { username: undefined, hardwareId: undefined, port: undefined, region: undefined }

/** Where nothing can be proposed, it is for the operator to say everything. */
function propose(stores: AppStores, headerRow: number | undefined): void {
  const { choosing } = stores.list.getState()
  if (!choosing) return
  const { opened } = choosing
  const proposed = proposeLayout(chosenGrid(opened), headerRow)
  change(stores, proposed.ok ? proposed.value.choice : { ...opened.choice, headerRow, columns: noColumns })
}

function change(stores: AppStores, choice: LayoutChoice): void {
  const { choosing } = stores.list.getState()
  if (choosing) stores.list.setState({ choosing: { ...choosing, opened: { ...choosing.opened, choice } } })
}
