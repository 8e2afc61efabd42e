// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useCallback, useLayoutEffect, useRef } from 'react'
import { nextIndex } from '../model/next-index.ts'
import type { RowFocus } from '../model/row-focus.ts'
import { focusInside } from '../theme/focus.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

/** `track`: its width, as CSS grids write it. */
export type RowGridColumn = {
  readonly label: string
  readonly track: string
  readonly hidden?: boolean
  readonly end?: boolean
}

const headHeight = 34

const useStyles = makeStyles({
  grid: {
    height: '100%',
    overflowX: 'auto',
    overflowY: 'scroll',
    overscrollBehavior: 'contain',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heads: { position: 'sticky', top: 0, zIndex: 3 },
  head: {
    display: 'grid',
    height: `${headHeight}px`,
    alignItems: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  columnHead: {
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  hidden: visuallyHidden,
  body: { position: 'relative' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    display: 'grid',
    alignItems: 'start',
    padding: `${tokens.spacingVerticalSNudge} 0`,
    scrollMarginTop: `${headHeight}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ...focusInside,
  },
  current: {
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
  },
  marked: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  cell: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalS}` },
  end: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
})

/**
 * A long table whose rows are gone through as wholes (WAI-ARIA Authoring Practices, "Grid"): arrow keys move
 * from row to row, and Tab goes to what can be done with the current one. Only what is in sight is in the
 * document; rows may differ in height.
 */
export function RowGrid(props: {
  readonly id: string
  readonly name: string
  /** What the keys do here. */
  readonly keys: string
  readonly columns: readonly RowGridColumn[]
  /** Narrower than this, the table scrolls sideways. */
  readonly minWidth: string
  readonly rowHeight: number
  readonly ids: readonly string[]
  /** The row that Tab reaches. */
  readonly rowFocus: RowFocus | undefined
  readonly onRowFocus: (rowFocus: RowFocus) => void
  /** The row of which more is shown elsewhere. */
  readonly marked?: string
  readonly onKey?: (id: string, key: string) => boolean
  /** Its cells; `tabIndex` is that of what is in them. */
  readonly row: (index: number, tabIndex: 0 | -1) => ReactNode
}) {
  const { id, name, keys, columns, minWidth, rowHeight, ids, rowFocus, onRowFocus, marked, onKey, row } =
    props
  const styles = useStyles()
  const scroller = useRef<HTMLDivElement>(null)
  const found = rowFocus ? ids.indexOf(rowFocus.id) : -1
  const current = Math.max(0, found)
  const virtualizer = useVirtualRows(scroller, {
    count: ids.length,
    rowHeight,
    headHeight,
    keyOf: useCallback((index: number) => ids[index] ?? index, [ids]),
    current,
  })
  const items = virtualizer.getVirtualItems()
  const wants = rowFocus?.focus === true && found >= 0
  const isThere = items.some(({ index }) => index === found)
  useLayoutEffect(() => {
    if (!wants || !isThere) return
    virtualizer.scrollToIndex(found)
    rowElement(scroller.current, found)?.focus({ preventScroll: true })
    onRowFocus({ id: ids[found] ?? '', focus: false })
  })

  // The panel with a row's details may take room from the table, but must not hide the row itself.
  const markedIndex = marked === undefined ? -1 : ids.indexOf(marked)
  useLayoutEffect(() => {
    if (markedIndex >= 0) rowElement(scroller.current, markedIndex)?.scrollIntoView({ block: 'nearest' })
  }, [markedIndex])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const next = ids[nextIndex(event.key, current, { count: ids.length, arrows: 'up and down', page }) ?? -1]
    const here = ids[current]
    const isOnRow = event.target.getAttribute('role') === 'row'
    if (next !== undefined) onRowFocus({ id: next, focus: true })
    else if (!isOnRow || here === undefined || !onKey?.(here, event.key)) return
    event.preventDefault()
  }
  const tracks = { gridTemplateColumns: columns.map(({ track }) => track).join(' '), minWidth }
  return (
    <div
      id={id}
      ref={scroller}
      role="grid"
      className={styles.grid}
      aria-label={name}
      aria-description={keys}
      aria-rowcount={ids.length + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.heads} style={{ minWidth }}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with the head */}
        <div role="row" className={styles.head} style={tracks} aria-rowindex={1}>
          {columns.map(({ label, hidden, end }) => (
            // biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with the head
            <div
              key={label}
              role="columnheader"
              className={mergeClasses(styles.columnHead, end && styles.end)}
              title={hidden ? undefined : label}
            >
              <span className={hidden ? styles.hidden : undefined}>{label}</span>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize(), minWidth }}>
        {items.map(({ index, key, start }) => {
          const rowId = ids[index] ?? ''
          const tabIndex = index === current ? 0 : -1
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="row"
              className={mergeClasses(
                styles.row,
                rowId === marked && styles.marked,
                index === found && styles.current,
              )}
              style={{ ...tracks, transform: `translateY(${start}px)` }}
              tabIndex={tabIndex}
              aria-rowindex={index + 2}
              aria-selected={index === found}
              data-index={index}
              onFocus={() => {
                if (rowFocus?.id !== rowId) onRowFocus({ id: rowId, focus: false })
              }}
            >
              {row(index, tabIndex)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A cell of such a row; one that spans all columns stands on a line of its own, under the others. */
export function RowCell(props: {
  readonly end?: boolean
  readonly span?: number
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const { end, span, className, children } = props
  const styles = useStyles()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its row takes the focus
    <div
      role="gridcell"
      aria-colspan={span}
      style={span === undefined ? undefined : { gridColumn: `span ${span}` }}
      className={mergeClasses(styles.cell, end && styles.end, className)}
    >
      {children}
    </div>
  )
}

const rowElement = (grid: HTMLElement | null, index: number): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[role="row"][data-index="${index}"]`) ?? null
