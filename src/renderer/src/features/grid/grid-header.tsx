// biome-ignore-all lint/a11y/useFocusableInteractive: the cells of a row take the focus, not the row
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up'
import { memo } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { type GridColumn, gridColumns, type SortColumn } from '../../model/phones/cell.ts'
import { selectedAmong } from '../../model/phones/selection.ts'
import { toggleAll } from '../../stores/selection-actions.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { useArrangedRows } from '../../stores/use-rows.ts'
import { focusInside } from '../../theme/focus.ts'
import { CheckMark } from './check-mark.tsx'
import { sortBy } from './grid-actions.ts'
import { cellBox, gridMinWidth, gridTracks, headerHeight, headOf } from './grid-layout.ts'

const { table } = text.window

const useStyles = makeStyles({
  header: { position: 'sticky', top: 0, zIndex: 3, minWidth: gridMinWidth },
  row: {
    ...gridTracks,
    height: `${headerHeight}px`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    ...cellBox,
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    userSelect: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ...focusInside,
  },
  number: { justifyContent: 'flex-end' },
  select: { padding: 0, justifyContent: 'center' },
})

/** The column heads, each of which sorts. `entry` is the one Tab reaches, when no row is. */
export const GridHeader = memo(function GridHeader({ entry }: { readonly entry: GridColumn | undefined }) {
  const styles = useStyles()
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" className={styles.row} aria-rowindex={1} data-row={0}>
        {gridColumns.map((column) =>
          column === 'select' ? (
            <SelectHead key={column} isEntry={column === entry} />
          ) : (
            <Head key={column} column={column} isEntry={column === entry} />
          ),
        )}
      </div>
    </div>
  )
})

/** Selects all rows that pass the filter, or none. */
function SelectHead({ isEntry }: { readonly isEntry: boolean }) {
  const styles = useStyles()
  const stores = useStores()
  const rows = useArrangedRows()
  const selection = useView((view) => view.selection)
  const selected = selectedAmong(selection, rows)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles keys for all its cells
    <div
      role="columnheader"
      className={mergeClasses(styles.head, styles.select)}
      tabIndex={isEntry ? 0 : -1}
      data-column="select"
      title={table.select.allHint}
      onClick={() => toggleAll(stores)}
    >
      <CheckMark checked={selected === 'some' ? 'mixed' : selected === 'all'} label={table.select.all} />
    </div>
  )
}

function Head({ column, isEntry }: { readonly column: SortColumn; readonly isEntry: boolean }) {
  const styles = useStyles()
  const stores = useStores()
  const shown = useView((view) => view.shown)
  const sort = useView((view) => (view.sort?.column === column ? view.sort : undefined))
  const name = table.columns[headOf(column, shown)]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles keys for all its cells
    <div
      role="columnheader"
      className={mergeClasses(styles.head, column === 'row' && styles.number)}
      aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      tabIndex={isEntry ? 0 : -1}
      title={table.sortBy(name)}
      data-column={column}
      onClick={() => sortBy(stores, column)}
    >
      {name}
      {sort && (sort.descending ? <ArrowDown12Regular aria-hidden /> : <ArrowUp12Regular aria-hidden />)}
    </div>
  )
}
