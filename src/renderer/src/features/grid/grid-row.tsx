// biome-ignore-all lint/a11y/useFocusableInteractive: the cells of a row take the focus, not the row
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { GridColumn } from '../../model/phones/cell.ts'
import type { Row } from '../../model/phones/row.ts'
import type { TableColumn } from '../../model/phones/table-columns.ts'
import { type Tone, toneOf } from '../../model/tone.ts'
import type { CellLooks } from './cell-looks.ts'
import { gridCell } from './grid-cell.tsx'
import { gridTracks } from './grid-layout.ts'

const useStyles = makeStyles({
  row: {
    ...gridTracks,
    position: 'absolute',
    left: 0,
    right: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    contain: 'strict',
  },
  // Above its neighbours: what the editor says about the cell hangs over them.
  editing: { contain: 'layout style', zIndex: 2 },
  current: {
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    // The tint of a status has a colour of its own there.
    '@media (prefers-color-scheme: dark)': { backgroundColor: tokens.colorBrandBackground2 },
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '1px dashed Highlight', outlineOffset: '-2px' },
  },
})

// In the dark theme the status backgrounds are as loud as alarms: a whole table of them is toned down.
const tint = (colour: string) => ({
  backgroundColor: colour,
  '@media (prefers-color-scheme: dark)': {
    backgroundColor: `color-mix(in srgb, ${colour} 55%, ${tokens.colorNeutralBackground1})`,
  },
})

const hover = { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } }

const useTints = makeStyles({
  good: tint(tokens.colorStatusSuccessBackground1),
  bad: tint(tokens.colorStatusDangerBackground1),
  careful: tint(tokens.colorStatusWarningBackground1),
  moving: hover,
  quiet: hover,
} satisfies Record<Tone, object>)

/** One phone. Drawn again only when something of it changed. */
export const GridRow = memo(function GridRow(props: {
  readonly row: Row
  readonly columns: readonly TableColumn[]
  readonly index: number
  readonly top: number
  readonly height: number
  readonly looks: CellLooks
  readonly editable: boolean
  readonly regionEditable: boolean
  readonly cursor: GridColumn | undefined
  readonly editing: GridColumn | undefined
  readonly selected: boolean
}) {
  const { row, columns, index, top, height, looks, editable, regionEditable, cursor, editing, selected } =
    props
  const styles = useStyles()
  const tinted = useTints()[toneOf[row.status]]
  const isCurrent = cursor !== undefined
  return (
    <div
      role="row"
      className={mergeClasses(
        styles.row,
        tinted,
        selected && styles.selected,
        isCurrent && styles.current,
        editing && styles.editing,
      )}
      style={{ top, height }}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={isCurrent || undefined}
      data-row={row.row}
      data-status={row.status}
    >
      {columns.map((column) =>
        gridCell({
          ...{ column, row, selected, editable, regionEditable, editing, looks },
          tabIndex: cursor === column.id ? 0 : -1,
        }),
      )}
    </div>
  )
})
