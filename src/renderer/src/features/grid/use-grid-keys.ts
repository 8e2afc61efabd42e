import type { ClipboardEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { type Cell, gridColumns } from '../../model/phones/cell.ts'
import type { Row } from '../../model/phones/row.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { editOrShow, sortBy } from './grid-actions.ts'
import { headerHeight, rowHeight } from './grid-layout.ts'
import { moveCursor } from './move-cursor.ts'

/** Mouse and keyboard in the table. Handled once for all cells, so that a row costs no listeners. */
export function useGridKeys(rows: readonly Row[], scroller: RefObject<HTMLDivElement | null>) {
  const stores = useStores()
  return {
    onMouseDown(event: MouseEvent) {
      const cell = cellAt(event.target)
      const { editing } = stores.view.getState()
      const isEdited = editing && editing.row === cell?.row && editing.column === cell.column
      if (cell && !isEdited) stores.view.setState({ cursor: cell })
    },
    onDoubleClick(event: MouseEvent) {
      const cell = cellAt(event.target)
      if (cell && !isEditing(stores)) editOrShow(stores, cell)
    },
    onKeyDown(event: KeyboardEvent) {
      const cell = cellAt(event.target)
      if (!cell || isEditing(stores) || event.altKey) return
      const page = Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight)
      const key = { name: event.key, ctrl: event.ctrlKey || event.metaKey }
      const next = moveCursor(cell, key, rows, Math.max(1, page - 1))
      if (next) stores.view.setState({ cursor: next })
      else if (!act(stores, cell, event.key)) return
      event.preventDefault()
    },
    onCopy(event: ClipboardEvent) {
      const cell = cellAt(event.target)
      if (!cell || isEditing(stores) || !window.getSelection()?.isCollapsed) return
      const row = rows.find((one) => one.row === cell.row)
      if (!row) return
      event.clipboardData.setData('text/plain', cellText(row, cell))
      event.preventDefault()
      announce(stores.live, text.window.frame.copiedToClipboard(text.window.table.cellCopied))
    },
  }
}

const isEditing = (stores: AppStores): boolean => stores.view.getState().editing !== undefined

function act(stores: AppStores, cell: Cell, key: string): boolean {
  if (key !== 'Enter' && key !== 'F2' && key !== ' ') return false
  if (cell.row === 0) sortBy(stores, cell.column)
  else if (key !== ' ') editOrShow(stores, cell)
  return true
}

function cellAt(target: EventTarget): Cell | undefined {
  if (!(target instanceof Element)) return undefined
  const name = target.closest('[data-column]')?.getAttribute('data-column')
  const row = target.closest('[data-row]')?.getAttribute('data-row')
  const column = gridColumns.find((one) => one === name)
  return column && row ? { row: Number(row), column } : undefined
}

/** What a cell is copied as: all of it, however much of it is shown. */
function cellText(row: Row, { column }: Cell): string {
  if (column === 'status') return text.window.table.status[row.status]
  if (column === 'result') return [row.result, row.remedy].filter((part) => part !== '').join(' ')
  return String(row[column])
}
