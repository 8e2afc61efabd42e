import { makeStyles, tokens } from '@fluentui/react-components'
import type { SortColumn } from '../../model/phones/cell.ts'
import { focusInside } from '../../theme/focus.ts'

/** Pixels. Every row is equally high, so that thousands of them need no measuring. */
export const rowHeight = 32
export const headerHeight = 34

/** All tracks at their narrowest; below it the table scrolls sideways. */
export const gridMinWidth = '928px'

/** The same tracks in the header and in each row: no content ever moves a column. */
export const gridTracks = {
  display: 'grid',
  gridTemplateColumns: '36px 56px minmax(208px, 1fr) 176px 76px 116px 104px minmax(156px, 1.3fr)',
  minWidth: gridMinWidth,
} as const

export const cellBox = {
  minWidth: 0,
  display: 'flex',
  alignItems: 'center',
  padding: `0 ${tokens.spacingHorizontalS}`,
} as const

export const useCellStyles = makeStyles({
  cell: { ...cellBox, ...focusInside },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** Words of the column heads; a run has a status and a result where a list has its check. */
export const headOf = (column: SortColumn, shown: 'list' | 'run'): HeadWord => {
  if (column === 'status') return shown === 'run' ? 'status' : 'check'
  if (column === 'result') return shown === 'run' ? 'result' : 'issues'
  return column
}

export type HeadWord = SortColumn | 'check' | 'issues'
