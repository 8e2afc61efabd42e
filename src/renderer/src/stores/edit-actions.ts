import { addPorts } from '../../../shared/phones/add-ports.ts'
import { addRows, typedRow } from '../../../shared/phones/add-rows.ts'
import type { Column } from '../../../shared/phones/column.ts'
import { editCell } from '../../../shared/phones/edit-cell.ts'
import { applyFixes } from '../../../shared/phones/fixes.ts'
import type { Issue } from '../../../shared/phones/issue.ts'
import type { Sheet } from '../../../shared/phones/sheet.ts'
import { text } from '../../../shared/text/index.ts'
import { type AppStores, tell } from './app-stores.ts'
import type { ListData } from './list-store.ts'
import { announce } from './live-store.ts'

/** How many corrections can be taken back. */
const kept = 100

/** Whether the cells of the open list may still change: not once a run was started from it. */
export const isEditable = ({ sheet, runId }: ListData): boolean => sheet !== undefined && runId === undefined

/** Cells of this column can be typed into. Without a Region column the region is chosen for all rows. */
export const isColumnEditable = ({ sheet }: ListData, column: string): column is Column =>
  column === 'username' || column === 'hardwareId' || (column === 'region' && sheet?.hasRegionColumn === true)

/** The cell as its author typed it. */
export const typedCell = ({ sheet }: ListData, row: number, column: Column): string =>
  sheet?.rows.find((one) => one.row === row)?.[column] ?? ''

export function edit(stores: AppStores, row: number, column: Column, value: string): void {
  const data = stores.list.getState()
  if (!data.sheet || !isEditable(data)) return
  const after = editCell(data.sheet, row, column, value)
  if (after === data.sheet) return
  change(stores, data.sheet, after, [row])
  announce(stores.live, text.window.table.corrected(row))
}

/** Takes the suggestions of these issues, as one correction. */
export function takeFixes(stores: AppStores, issues: readonly Issue[]): void {
  const data = stores.list.getState()
  if (!data.sheet || !isEditable(data)) return
  const after = applyFixes(data.sheet, issues)
  const before = data.sheet.rows
  const rows = after.rows.flatMap((row, at) => (row === before[at] ? [] : [row.row]))
  if (rows.length === 0) return
  change(stores, data.sheet, after, rows)
  announce(stores.live, text.window.table.correctedSeveral(rows.length))
}

export function undo(stores: AppStores): void {
  const data = stores.list.getState()
  const last = data.corrections.at(-1)
  if (!last || !isEditable(data)) return
  stores.list.setState({ sheet: last.before, corrections: data.corrections.slice(0, -1) })
  announce(stores.live, text.window.phones.undone)
}

/** Adds the rows of pasted cells below the others, as one change. */
export function addSheet(stores: AppStores, more: Sheet): void {
  const data = stores.list.getState()
  if (!data.sheet || !isEditable(data)) return
  const after = addRows(data.sheet, more)
  if (!after.ok) {
    tell(stores, 'list', 'error', after.failure)
    return
  }
  const added = after.value.rows.slice(data.sheet.rows.length).map(({ row }) => row)
  addChange(stores, data.sheet, after.value, added)
  announce(stores.live, text.window.phones.added(added.length))
}

/** Adds a phone that was typed or scanned, and shows its row. */
export function addPhone(stores: AppStores, username: string, hardwareId: string): void {
  const data = stores.list.getState()
  if (!data.sheet || !isEditable(data)) return
  const row = typedRow(data.sheet, username, hardwareId)
  const after = addRows(data.sheet, { ...data.sheet, rows: [row] })
  if (!after.ok) {
    tell(stores, 'list', 'error', after.failure)
    return
  }
  addChange(stores, data.sheet, after.value, [row.row])
  stores.view.setState({ cursor: { row: row.row, column: 'username' }, filter: '', only: undefined })
  announce(stores.live, text.window.phones.byHand.added(row.row, username))
}

/** Makes the device of a row an analog adapter with so many ports, and goes to the first one without an account. */
export function addPortsTo(stores: AppStores, row: number, ports: number): void {
  const data = stores.list.getState()
  if (!data.sheet || !isEditable(data)) return
  const after = addPorts(data.sheet, row, ports)
  if (!after) return
  if (!after.ok) {
    tell(stores, 'list', 'error', after.failure)
    return
  }
  const added = after.value.rows.slice(data.sheet.rows.length).map((one) => one.row)
  change(stores, data.sheet, after.value, [row, ...added])
  const next = { row: added[0] ?? row, column: 'username' } as const
  stores.view.setState({ cursor: next, filter: '', only: undefined })
  announce(stores.live, text.window.addPorts.added(ports))
}

/** Whoever has included phones that were signed in before has not seen these. */
function addChange(stores: AppStores, before: Sheet, after: Sheet, added: readonly number[]): void {
  change(stores, before, after, added)
  stores.list.setState({ includeSignedIn: false })
}

/** `rows` are what changed. */
function change(stores: AppStores, before: Sheet, after: Sheet, rows: readonly number[]): void {
  const { corrections } = stores.list.getState()
  stores.list.setState({ sheet: after, corrections: [...corrections.slice(1 - kept), { before, rows }] })
}
