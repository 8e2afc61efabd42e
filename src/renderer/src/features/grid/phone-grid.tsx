// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles } from '@fluentui/react-components'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { landmark, tableId } from '../../components/landmarks.ts'
import { gridColumns } from '../../model/phones/cell.ts'
import { isColumnEditable, isEditable } from '../../stores/mend-actions.ts'
import { useList, useView } from '../../stores/stores-context.tsx'
import { useArrangedRows } from '../../stores/use-rows.ts'
import { tableFrame } from '../../theme/page-layout.ts'
import { GridHeader } from './grid-header.tsx'
import { gridMinWidth, headerHeight, rowHeight } from './grid-layout.ts'
import { GridRow } from './grid-row.tsx'
import { NoMatch } from './no-match.tsx'
import { useGridKeys } from './use-grid-keys.ts'
import { useScrolling } from './use-scrolling.ts'

const { table } = text.window

const useStyles = makeStyles({
  frame: { ...tableFrame, position: 'relative' },
  grid: { height: '100%', overflowX: 'auto', overflowY: 'scroll', overscrollBehavior: 'contain' },
  body: { position: 'relative', minWidth: gridMinWidth },
})

/** The table of phones. Only the rows in sight are in the document. */
export function PhoneGrid() {
  const styles = useStyles()
  const rows = useArrangedRows()
  const shown = useView((view) => view.shown)
  const cursor = useView((view) => view.cursor)
  const editing = useView((view) => view.editing)
  const editable = useList((data) => shown === 'list' && isEditable(data))
  const regionEditable = useList((data) => isColumnEditable(data, 'region'))
  const scroller = useRef<HTMLDivElement>(null)
  const cursorIndex = cursor ? rows.findIndex(({ row }) => row === cursor.row) : -1
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollPaddingEnd: headerHeight,
    getItemKey: (index) => rows[index]?.row ?? index,
    // The row with the focus stays in the document: without it, the keyboard would lose its place.
    rangeExtractor: useCallback((range: Range) => withCursor(range, cursorIndex), [cursorIndex]),
  })
  const keys = useGridKeys(rows, scroller)
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
        aria-description={table.keys}
        aria-rowcount={rows.length + 1}
        aria-colcount={gridColumns.length}
        {...keys}
      >
        <GridHeader entry={entry} />
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <GridRow
                key={key}
                row={row}
                index={index}
                top={start}
                editable={editable}
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

function withCursor(range: Range, cursorIndex: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (cursorIndex < 0 || cursorIndex >= range.count || indexes.includes(cursorIndex)) return indexes
  return [...indexes, cursorIndex].sort((a, b) => a - b)
}
