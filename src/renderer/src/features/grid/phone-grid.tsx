// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { landmark, tableId } from '../../components/landmarks.ts'
import { useVirtualRows, type VirtualRows } from '../../components/use-virtual-rows.ts'
import type { Row } from '../../model/phones/row.ts'
import { holdRow, keyAt, placesAsKeys, type RowKeys } from '../../model/phones/row-keys.ts'
import { isColumnEditable, isEditable } from '../../stores/edit-actions.ts'
import { useList, useSettings, useStores, useView } from '../../stores/stores-context.tsx'
import { useArrangedRows } from '../../stores/use-arranged-rows.ts'
import { useColumns } from '../../stores/use-columns.ts'
import { useIsListShown, useRows } from '../../stores/use-rows.ts'
import { tableFrame } from '../../theme/page-layout.ts'
import { useCellLooks } from './cell-looks.ts'
import { GridHeader } from './grid-header.tsx'
import { gridTracks, headerHeight, rowHeightOf, tableContainer, tracksOf } from './grid-layout.ts'
import { GridRow } from './grid-row.tsx'
import { useGridKeys } from './use-grid-keys.ts'

const phones = text.window.phones
const table = text.window.table

const useStyles = makeStyles({
  frame: { ...tableFrame, ...tableContainer, position: 'relative' },
  grid: { height: '100%', overflowX: 'auto', overflowY: 'scroll', overscrollBehavior: 'contain' },
  body: { position: 'relative', minWidth: gridTracks.minWidth },
})

const useNoMatchStyles = makeStyles({
  empty: {
    position: 'absolute',
    inset: `${headerHeight}px 0 0`,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalS,
  },
  title: typographyStyles.subtitle2,
  hint: { color: tokens.colorNeutralForeground2 },
})

/** The table of phones. Only the rows in sight are in the document. */
export function PhoneGrid() {
  const styles = useStyles()
  const rows = useArrangedRows()
  const columns = useColumns()
  const widths = useSettings(({ table: look }) => look?.widths)
  const twoLines = useSettings(({ table: look }) => look?.twoLines ?? false)
  const rowHeight = rowHeightOf(twoLines)
  const looks = useCellLooks(twoLines)
  const cursor = useView((view) => view.cursor)
  const editing = useView((view) => view.editing)
  const selected = useView((view) => view.selection.rows)
  const isListShown = useIsListShown()
  const editable = useList((data) => isListShown && isEditable(data))
  const regionEditable = useList((data) => isColumnEditable(data, 'region'))
  const scroller = useRef<HTMLDivElement>(null)
  const cursorIndex = useRowIndex(rows, cursor?.row)
  const virtualizer = useVirtualRows(scroller, {
    count: rows.length,
    rowHeight,
    headHeight: headerHeight,
    current: cursorIndex,
  })
  const rowKeys = useRowKeys(rows, cursor?.row, cursorIndex)
  const keys = useGridKeys(rows, scroller, columns, rowHeight)
  useScrolling(virtualizer, scroller, cursorIndex)
  const entry = cursorIndex === -1 ? (cursor?.row === 0 ? cursor.column : 'row') : undefined
  return (
    <section className={styles.frame} aria-label={table.name} {...landmark}>
      <div
        id={tableId}
        ref={scroller}
        role="grid"
        className={styles.grid}
        aria-label={table.name}
        aria-multiselectable
        aria-description={table.keys}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={tracksOf(columns, widths)}
        {...keys}
      >
        <GridHeader columns={columns} entry={entry} />
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <GridRow
                key={keyAt(rowKeys, index)}
                row={row}
                columns={columns}
                height={rowHeight}
                looks={looks}
                index={index}
                top={start}
                editable={editable && !row.isLocked}
                selected={selected.has(row.row)}
                regionEditable={regionEditable}
                cursor={index === cursorIndex ? cursor?.column : undefined}
                editing={editing?.row === row.row ? editing.column : undefined}
              />
            )
          })}
        </div>
      </div>
      {rows.length === 0 && <NoMatch />}
    </section>
  )
}

/** The place of a row; -1 where it is not shown. Where it stood the last time is looked at first: there are 60,000 places. */
function useRowIndex(rows: readonly Row[], row: number | undefined): number {
  const last = useRef(-1)
  if (row === undefined || row === 0) return -1
  if (rows[last.current]?.row !== row) last.current = rows.findIndex((one) => one.row === row)
  return last.current
}

/** By which keys the rows are drawn; the current one keeps its element. */
function useRowKeys(rows: readonly Row[], row: number | undefined, at: number): RowKeys {
  const keys = useRef(placesAsKeys)
  keys.current = holdRow(keys.current, rows, row === undefined || at === -1 ? undefined : { row, at })
  return keys.current
}

/**
 * Keeps in view the part of the table that the operator looks at: the current row in sight when it changes, the top in sight when
 * other rows are shown, the focus on the current cell while the keyboard is in the table.
 */
function useScrolling(
  virtualizer: VirtualRows,
  scroller: RefObject<HTMLDivElement | null>,
  cursorIndex: number,
): void {
  const cursor = useView((view) => view.cursor)
  const editing = useView((view) => view.editing)
  const filter = useView((view) => view.filter)
  const only = useView((view) => view.only)
  const sort = useView((view) => view.sort)
  const lastCursor = useRef(cursor)

  // A row that moves by itself, because it is sorted by its status, is not followed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    const isNew = lastCursor.current !== cursor
    lastCursor.current = cursor
    if (!isNew) virtualizer.scrollToOffset(0)
    else if (cursorIndex >= 0) virtualizer.scrollToIndex(cursorIndex)
  }, [cursor, filter, only, sort])

  useLayoutEffect(() => {
    const grid = scroller.current
    if (!cursor || editing || !grid?.contains(document.activeElement)) return
    grid
      .querySelector<HTMLElement>(`[data-row="${cursor.row}"] [data-column="${CSS.escape(cursor.column)}"]`)
      ?.focus({ preventScroll: true })
  }, [cursor, editing, scroller])
}

/** The filter left nothing: say so, and offer the way back. */
function NoMatch() {
  const styles = useNoMatchStyles()
  const stores = useStores()
  const all = useRows().length
  if (all === 0) {
    return (
      <div className={styles.empty}>
        <span className={styles.title}>{phones.byHand.noRows}</span>
        <span className={styles.hint}>{phones.byHand.noRowsHint}</span>
      </div>
    )
  }
  return (
    <div className={styles.empty}>
      <span className={styles.title}>{phones.noMatch}</span>
      <span className={styles.hint}>{phones.noMatchHint(all)}</span>
      <Button onClick={() => stores.view.setState({ filter: '', only: undefined })}>{phones.showAll}</Button>
    </div>
  )
}
