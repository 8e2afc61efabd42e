import { tokens } from '@fluentui/react-components'
import type { CSSProperties } from 'react'
import type { TableColumn } from '../../model/phones/table-columns.ts'

/** Pixels. Every row is equally high, so that thousands of them need no measuring. */
export const rowHeightOf = (twoLines: boolean): number => (twoLines ? 48 : 32)
export const headerHeight = 34

/** The same tracks in the header and in each row: no content ever moves a column. They are set once, on the table. */
export const gridTracks = {
  display: 'grid',
  gridTemplateColumns: 'var(--phone-columns)',
  // As high as the row, whatever is in its cells: otherwise each of them is laid out twice, to ask how high it wants to be.
  gridTemplateRows: '100%',
  minWidth: 'var(--phone-columns-width)',
} as const

/** Makes the table a container for queries of its cells. In a narrow one, words have little room beside the marks. */
export const tableContainer = { containerType: 'inline-size', containerName: 'phones' } as const
export const narrowTable = '@container phones (max-width: 1200px)'

/** Sets the tracks. Narrower than all columns together, the table scrolls sideways. `widths`: those that were chosen. */
export function tracksOf(
  columns: readonly TableColumn[],
  widths: Readonly<Record<string, number>> | undefined,
): CSSProperties {
  const least = columns.reduce((sum, column) => sum + (widths?.[column.id] ?? column.width), 0)
  // The result column gets the remaining width, whatever widths were chosen.
  const isShared = columns.some(({ id, share }) => share !== undefined && widths?.[id] === undefined)
  const tracks = columns.map(({ id, width, share, most }) => {
    const chosen = widths?.[id]
    if (chosen !== undefined) return id === 'result' && !isShared ? `minmax(${chosen}px, 1fr)` : `${chosen}px`
    if (share !== undefined) return `minmax(${width}px, ${share}fr)`
    return most === undefined ? `${width}px` : `minmax(${width}px, ${most})`
  })
  return Object.fromEntries([
    ['--phone-columns', tracks.join(' ')],
    ['--phone-columns-width', `${least}px`],
  ])
}

export const cellBox = {
  minWidth: 0,
  display: 'flex',
  alignItems: 'center',
  padding: `0 ${tokens.spacingHorizontalS}`,
} as const
