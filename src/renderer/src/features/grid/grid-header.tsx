// biome-ignore-all lint/a11y/useFocusableInteractive: the cells of a row take the focus, not the row
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up'
import { memo } from 'react'
import { text } from '../../../../shared/text/index.ts'
import type { GridColumn, SortColumn } from '../../model/phones/cell.ts'
import { selectedAmong } from '../../model/phones/selection.ts'
import type { TableColumn } from '../../model/phones/table-columns.ts'
import { toggleAll } from '../../stores/selection-actions.ts'
import { useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useArrangedRows } from '../../stores/use-arranged-rows.ts'
import { focusInside } from '../../theme/focus.ts'
import { CheckMark } from './check-mark.tsx'
import { ColumnEdge } from './column-edge.tsx'
import { sortBy } from './grid-actions.ts'
import { cellBox, gridTracks, headerHeight } from './grid-layout.ts'

const table = text.window.table

const useStyles = makeStyles({
  header: { position: 'sticky', top: 0, zIndex: 3, minWidth: gridTracks.minWidth },
  row: {
    ...gridTracks,
    height: `${headerHeight}px`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    ...cellBox,
    position: 'relative',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    userSelect: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ...focusInside,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  number: { justifyContent: 'flex-end' },
  select: { padding: 0, justifyContent: 'center' },
})

/** The column heads, each of which sorts. `entry` is the one Tab reaches, when no row is. */
export const GridHeader = memo(function GridHeader(props: {
  readonly columns: readonly TableColumn[]
  readonly entry: GridColumn | undefined
}) {
  const { columns, entry } = props
  const styles = useStyles()
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" className={styles.row} aria-rowindex={1} data-row={0}>
        {columns.map((column) =>
          column.id === 'select' ? (
            <SelectHead key={column.id} isEntry={column.id === entry} />
          ) : (
            <Head key={column.id} column={column} id={column.id} isEntry={column.id === entry} />
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

function Head(props: { readonly column: TableColumn; readonly id: SortColumn; readonly isEntry: boolean }) {
  const { column, id, isEntry } = props
  const styles = useStyles()
  const stores = useStores()
  const shown = useView((view) => view.shown)
  const sort = useView((view) => (view.sort?.column === id ? view.sort : undefined))
  const isSimulated = useRun(({ state }) => state?.tenant.simulated ?? false)
  // What a simulated tenant has answered says so for as long as it is shown.
  const name = id === 'result' && shown === 'run' && isSimulated ? table.simulatedResult : column.name(shown)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles keys for all its cells
    <div
      role="columnheader"
      className={mergeClasses(styles.head, id === 'row' && styles.number)}
      aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      tabIndex={isEntry ? 0 : -1}
      title={id === 'maker' ? table.maker.hint : table.sortBy(name)}
      data-column={id}
      onClick={() => sortBy(stores, id)}
    >
      <span className={styles.name}>{name}</span>
      {sort && (sort.descending ? <ArrowDown12Regular aria-hidden /> : <ArrowUp12Regular aria-hidden />)}
      <ColumnEdge column={column} />
    </div>
  )
}
