import { addPorts } from '../../../shared/phones/add-ports.ts'
import { addRows, typedRow } from '../../../shared/phones/add-rows.ts'
import { duplicateRows, removeRows } from '../../../shared/phones/change-rows.ts'
import type { Column } from '../../../shared/phones/column.ts'
import { editCell } from '../../../shared/phones/edit-cell.ts'
import { applyFixes } from '../../../shared/phones/fixes.ts'
import type { Issue } from '../../../shared/phones/issue.ts'
import type { Sheet } from '../../../shared/phones/sheet.ts'
import { text } from '../../../shared/text/index.ts'
import {
  type ListDocument,
  type Revised,
  redoLast,
  remember,
  undoLast,
} from '../model/phones/list-history.ts'
import { type AppStores, tell } from './app-stores.ts'
import type { ListData } from './list-store.ts'
import { announce } from './live-store.ts'
import { lockedRows } from './use-rows.ts'

/** Whether a list is open, whose cells may change; see `lockedRows` for those that may not. */
export const isEditable = ({ sheet }: ListData): boolean => sheet !== undefined

/** Cells of this column can be typed into. Without a Region column the region is chosen for all rows. */
export const isColumnEditable = ({ sheet }: ListData, column: string): column is Column =>
  column === 'username' || column === 'hardwareId' || (column === 'region' && sheet?.hasRegionColumn === true)

/** The cell as its author typed it. */
export const typedCell = ({ sheet }: ListData, row: number, column: Column): string =>
  sheet?.rows.find((one) => one.row === row)?.[column] ?? ''

export function edit(stores: AppStores, row: number, column: Column, value: string): void {
  const { sheet } = stores.list.getState()
  if (!sheet || lockedRows(stores).has(row)) return
  const after = editCell(sheet, row, column, value)
  if (after === sheet) return
  change(stores, after, [row])
  announce(stores.live, text.window.table.corrected(row))
}

/** Takes the suggestions of these issues, as one correction. */
export function takeFixes(stores: AppStores, issues: readonly Issue[]): void {
  const { sheet } = stores.list.getState()
  if (!sheet) return
  const locked = lockedRows(stores)
  const after = applyFixes(
    sheet,
    issues.filter(({ row }) => row === undefined || !locked.has(row)),
  )
  const rows = after.rows.flatMap((row, at) => (row === sheet.rows[at] ? [] : [row.row]))
  if (rows.length === 0) return
  change(stores, after, rows)
  announce(stores.live, text.window.table.correctedSeveral(rows.length))
}

/** Takes the last change back that no run stands in the way of. */
export const undo = (stores: AppStores): void => revise(stores, undoLast, text.window.phones.undone)

/** Makes the change again that was taken back last. */
export const redo = (stores: AppStores): void => revise(stores, redoLast, text.window.phones.redone)

function revise(stores: AppStores, how: typeof undoLast, said: string): void {
  const { sheet, leftOut, history } = stores.list.getState()
  if (!sheet) return
  const locked = lockedRows(stores)
  const revised: Revised | undefined = how({ sheet, leftOut }, history, (row) => locked.has(row))
  if (!revised) return
  stores.list.setState({ ...revised.document, history: revised.history })
  announce(stores.live, said)
}

/** Adds the rows of pasted cells below the others, as one change. */
export function addSheet(stores: AppStores, more: Sheet): void {
  const { sheet } = stores.list.getState()
  if (!sheet) return
  const after = addRows(sheet, more)
  if (!after.ok) {
    tell(stores, 'list', 'error', after.failure)
    return
  }
  const added = after.value.rows.slice(sheet.rows.length).map(({ row }) => row)
  addChange(stores, after.value, added)
  announce(stores.live, text.window.phones.added(added.length))
}

/** Adds a phone that was typed or scanned, and shows its row. */
export function addPhone(stores: AppStores, username: string, hardwareId: string): void {
  const { sheet } = stores.list.getState()
  if (!sheet) return
  const row = typedRow(sheet, username, hardwareId)
  const after = addRows(sheet, { ...sheet, rows: [row] })
  if (!after.ok) {
    tell(stores, 'list', 'error', after.failure)
    return
  }
  addChange(stores, after.value, [row.row])
  stores.view.setState({ cursor: { row: row.row, column: 'username' }, filter: '', only: undefined })
  announce(stores.live, text.window.phones.byHand.added(row.row, username))
}

/** Makes the device of a row an analog adapter with so many ports, and goes to the first one without an account. */
export function addPortsTo(stores: AppStores, row: number, ports: number): void {
  const { sheet } = stores.list.getState()
  if (!sheet || lockedRows(stores).has(row)) return
  const after = addPorts(sheet, row, ports)
  if (!after) return
  if (!after.ok) {
    tell(stores, 'list', 'error', after.failure)
    return
  }
  const added = after.value.rows.slice(sheet.rows.length).map((one) => one.row)
  change(stores, after.value, [row, ...added])
  const next = { row: added[0] ?? row, column: 'username' } as const
  stores.view.setState({ cursor: next, filter: '', only: undefined })
  announce(stores.live, text.window.addPorts.added(ports))
}

/** Deletes rows from the list; those that a run has signed in, or is about to, stay. */
export function deleteRows(stores: AppStores, rows: readonly number[]): void {
  const { sheet } = stores.list.getState()
  const free = freeRows(stores, rows)
  if (!sheet || free.size === 0) return
  change(stores, removeRows(sheet, free), [...free])
  announce(stores.live, text.window.table.rows.deleted(free.size))
}

/** Copies rows below all others, and goes to the first copy. */
export function duplicate(stores: AppStores, rows: readonly number[]): void {
  const { sheet } = stores.list.getState()
  if (!sheet) return
  const after = duplicateRows(sheet, new Set(rows))
  if (!after.ok) {
    tell(stores, 'list', 'error', after.failure)
    return
  }
  const [first, ...others] = after.value.rows.slice(sheet.rows.length).map(({ row }) => row)
  if (first === undefined) return
  addChange(stores, after.value, [first, ...others])
  stores.view.setState({ cursor: { row: first, column: 'hardwareId' }, filter: '', only: undefined })
  announce(stores.live, text.window.table.rows.duplicated(others.length + 1))
}

/** Leaves rows out of the next runs, or puts them back. */
export function leaveOut(stores: AppStores, rows: readonly number[], isOut: boolean): void {
  const { sheet, leftOut } = stores.list.getState()
  const changed = [...freeRows(stores, rows)].filter((row) => leftOut.has(row) !== isOut)
  if (!sheet || changed.length === 0) return
  const after = new Set(leftOut)
  for (const row of changed) {
    if (isOut) after.add(row)
    else after.delete(row)
  }
  change(stores, sheet, changed, after)
  announce(stores.live, text.window.table.rows[isOut ? 'nowLeftOut' : 'nowPutBack'](changed.length))
}

/** Those of these rows that may be changed. */
function freeRows(stores: AppStores, rows: readonly number[]): ReadonlySet<number> {
  const locked = lockedRows(stores)
  return new Set(rows.filter((row) => !locked.has(row)))
}

/** An operator who included phones that were signed in before has not seen these. */
function addChange(stores: AppStores, after: Sheet, added: readonly number[]): void {
  change(stores, after, added)
  stores.list.setState({ includeSignedIn: false })
}

/** `rows` are what changed. */
function change(
  stores: AppStores,
  after: Sheet,
  rows: readonly number[],
  leftOut = stores.list.getState().leftOut,
): void {
  const { sheet, leftOut: before, history } = stores.list.getState()
  if (!sheet) return
  const document: ListDocument = { sheet: after, leftOut }
  stores.list.setState({
    ...document,
    history: remember(history, { before: { sheet, leftOut: before }, after: document, rows }),
  })
}
