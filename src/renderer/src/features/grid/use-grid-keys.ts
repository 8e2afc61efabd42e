import type { ClipboardEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { text } from '../../../../shared/text/index.ts'
import type { Cell } from '../../model/phones/cell.ts'
import type { Row } from '../../model/phones/row.ts'
import { rowsAsText } from '../../model/phones/row-as-text.ts'
import type { TableColumn } from '../../model/phones/table-columns.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { deleteRows } from '../../stores/edit-actions.ts'
import { announce } from '../../stores/live-store.ts'
import {
  clearSelection,
  selectOne,
  selectShown,
  selectTo,
  toggleAll,
  toggleSelected,
} from '../../stores/selection-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { searchedColumns } from '../../stores/use-columns.ts'
import { isListShownIn } from '../../stores/use-rows.ts'
import { selectedIn } from '../../stores/use-start.ts'
import { canEdit, editOrShow, resizeBy, sortBy } from './grid-actions.ts'
import { headerHeight } from './grid-layout.ts'
import { moveCursor } from './move-cursor.ts'

/** Mouse and keyboard in the table. Handled once for all cells, so that a row costs no listeners. */
export function useGridKeys(
  rows: readonly Row[],
  scroller: RefObject<HTMLDivElement | null>,
  columns: readonly TableColumn[],
  rowHeight: number,
) {
  const stores = useStores()
  const cellAt = (target: EventTarget): Cell | undefined => cellAmong(columns, target)
  return {
    onMouseDown(event: MouseEvent) {
      const cell = cellAt(event.target)
      const { editing } = stores.view.getState()
      const isEdited = editing && editing.row === cell?.row && editing.column === cell.column
      if (!cell || isEdited) return
      stores.view.setState({ cursor: cell })
      // The range is of rows, not of their words.
      if (cell.row > 0 && event.shiftKey) event.preventDefault()
    },
    onClick(event: MouseEvent) {
      const cell = cellAt(event.target)
      if (!cell || cell.row === 0 || isEditing(stores)) return
      const isToggling = event.ctrlKey || event.metaKey
      if (event.shiftKey) selectTo(stores, cell.row, isToggling || cell.column === 'select')
      else if (isToggling || cell.column === 'select') toggleSelected(stores, cell.row)
      else if (cell.column === 'row') selectOne(stores, cell.row)
    },
    onDoubleClick(event: MouseEvent) {
      const cell = cellAt(event.target)
      if (cell && cell.column !== 'select' && cell.row > 0 && !isEditing(stores)) editOrShow(stores, cell)
    },
    onKeyDown(event: KeyboardEvent) {
      const cell = cellAt(event.target)
      if (!cell || isEditing(stores)) return
      if (event.altKey) {
        if (cell.row === 0 && resizeBy(stores, cell.column, event.key)) event.preventDefault()
        return
      }
      const page = Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight)
      const key = { name: event.key, ctrl: event.ctrlKey || event.metaKey }
      const next = moveCursor(cell, key, columns, rows, Math.max(1, page - 1))
      if (next) {
        stores.view.setState({ cursor: next })
        if (event.shiftKey && next.row !== cell.row && next.row > 0) extendTo(stores, cell.row, next.row)
      } else if (!act(stores, cell, event)) return
      event.preventDefault()
    },
    onContextMenu(event: MouseEvent) {
      const cell = cellAt(event.target)
      if (!cell || cell.row === 0 || isEditing(stores)) return
      event.preventDefault()
      openMenu(stores, cell, event.target, { x: event.clientX, y: event.clientY })
    },
    onCopy(event: ClipboardEvent) {
      const cell = cellAt(event.target)
      if (!cell || isEditing(stores) || !window.getSelection()?.isCollapsed) return
      const selected = selectedIn(stores)
      const row = rows.find((one) => one.row === cell.row)
      if (selected.length === 0 && !row) return
      event.clipboardData.setData(
        'text/plain',
        selected.length > 0
          ? rowsAsText(selected, searchedColumns(columns))
          : row
            ? cellText(columns, row, cell)
            : '',
      )
      event.preventDefault()
      const what =
        selected.length > 0 ? text.window.table.select.copied(selected.length) : text.window.table.cellCopied
      announce(stores.live, text.window.frame.copiedToClipboard(what))
    },
  }
}

const isEditing = (stores: AppStores): boolean => stores.view.getState().editing !== undefined

/** Selects from where the keyboard was. */
function extendTo(stores: AppStores, from: number, to: number): void {
  const { selection } = stores.view.getState()
  if (selection.rows.size === 0 && from > 0) selectOne(stores, from)
  selectTo(stores, to)
}

function openMenu(
  stores: AppStores,
  cell: Cell,
  target: EventTarget,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  // By keyboard there is no place: under the cell.
  const box = target instanceof Element ? target.getBoundingClientRect() : undefined
  const place = x > 0 || y > 0 ? { x, y } : { x: box?.left ?? 0, y: box?.bottom ?? 0 }
  stores.view.setState({ cursor: cell, menu: { ...cell, ...place } })
}

function act(stores: AppStores, cell: Cell, event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, shiftKey, target } = event
  const isCtrl = ctrlKey || metaKey
  if (cell.row > 0 && (key === 'ContextMenu' || (key === 'F10' && shiftKey)))
    openMenu(stores, cell, target, { x: 0, y: 0 })
  else if (isCtrl && key.toLowerCase() === 'a') selectShown(stores)
  else if (isCtrl) return false
  else if (key === 'Escape' && stores.view.getState().selection.rows.size > 0) clearSelection(stores)
  else if (cell.row === 0) return actOnHead(stores, cell, key)
  else if (key === ' ' && shiftKey) selectTo(stores, cell.row, true)
  else if (key === ' ') toggleSelected(stores, cell.row)
  else if (key === 'Delete' && isListShownIn(stores)) deleteSelected(stores, cell.row)
  else if (key === 'Enter' || key === 'F2') editOrShow(stores, cell)
  // A character that is typed begins in place of what is in the cell.
  else if (key.length === 1 && key !== '?' && canEdit(stores, cell)) editOrShow(stores, cell, key)
  else return false
  return true
}

function actOnHead(stores: AppStores, { column }: Cell, key: string): boolean {
  if (key !== 'Enter' && key !== ' ' && key !== 'F2') return false
  if (column === 'select') toggleAll(stores)
  else sortBy(stores, column)
  return true
}

/** The selected rows, else the current one. */
function deleteSelected(stores: AppStores, row: number): void {
  const selected = selectedIn(stores).map((one) => one.row)
  deleteRows(stores, selected.length > 0 ? selected : [row])
}

function cellAmong(columns: readonly TableColumn[], target: EventTarget): Cell | undefined {
  if (!(target instanceof Element)) return undefined
  const name = target.closest('[data-column]')?.getAttribute('data-column')
  const row = target.closest('[data-row]')?.getAttribute('data-row')
  const column = columns.find(({ id }) => id === name)?.id
  return column && row ? { row: Number(row), column } : undefined
}

/** What a cell is copied as: all of it, however much of it is shown. */
const cellText = (columns: readonly TableColumn[], row: Row, { column }: Cell): string =>
  columns.find(({ id }) => id === column)?.textOf(row) ?? ''
