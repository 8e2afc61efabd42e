// biome-ignore-all lint/a11y/useFocusableInteractive: the cells of a row take the focus, not the row
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { Column } from '../../../../shared/phones/column.ts'
import { text } from '../../../../shared/text/index.ts'
import { count } from '../../../../shared/text/plural.ts'
import { ReadinessMark } from '../../components/readiness-mark.tsx'
import { StatusMark } from '../../components/status-mark.tsx'
import type { GridColumn } from '../../model/phones/cell.ts'
import type { Row } from '../../model/phones/row.ts'
import { type Tone, toneOf } from '../../model/tone.ts'
import { CheckMark } from './check-mark.tsx'
import { gridTracks, rowHeight, useCellStyles } from './grid-layout.ts'
import { TypedCell } from './typed-cell.tsx'

const { table } = text.window

const useStyles = makeStyles({
  row: {
    ...gridTracks,
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${rowHeight}px`,
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
  select: { padding: 0, justifyContent: 'center', cursor: 'pointer' },
  number: {
    justifyContent: 'flex-end',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
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

/** What was read of the account; empty while nobody has asked. */
function ReadinessCell(props: { readonly readiness: Row['readiness']; readonly tabIndex: 0 | -1 }) {
  const { readiness, tabIndex } = props
  const cells = useCellStyles()
  return (
    <div role="gridcell" tabIndex={tabIndex} data-column="readiness" className={cells.cell}>
      {readiness && <ReadinessMark status={readiness.status} />}
    </div>
  )
}

const useResultCellStyles = makeStyles({ remedy: { color: tokens.colorNeutralForeground2 } })

/** One phone. Drawn again only when something of it changed. */
export const GridRow = memo(function GridRow(props: {
  readonly row: Row
  readonly index: number
  readonly top: number
  readonly editable: boolean
  readonly regionEditable: boolean
  readonly cursor: GridColumn | undefined
  readonly editing: GridColumn | undefined
  readonly selected: boolean
}) {
  const { row, index, top, editable, regionEditable, cursor, editing, selected } = props
  const styles = useStyles()
  const cells = useCellStyles()
  const tinted = useTints()[toneOf[row.status]]
  const isCurrent = cursor !== undefined
  const tabIndexOf = (column: GridColumn) => (cursor === column ? 0 : -1)
  const typed = (column: Column) => (
    <TypedCell
      row={row.row}
      column={column}
      value={row[column]}
      wrong={row.wrong.includes(column)}
      editable={editable && (column !== 'region' || regionEditable)}
      editing={editing === column}
      tabIndex={tabIndexOf(column)}
    />
  )
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
      style={{ top }}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={isCurrent || undefined}
      data-row={row.row}
      data-status={row.status}
    >
      <div
        role="gridcell"
        tabIndex={tabIndexOf('select')}
        data-column="select"
        className={mergeClasses(cells.cell, styles.select)}
      >
        <CheckMark checked={selected} label={table.select.row(row.row)} />
      </div>
      <div
        role="gridcell"
        tabIndex={tabIndexOf('row')}
        data-column="row"
        className={mergeClasses(cells.cell, styles.number)}
      >
        {count(row.row)}
      </div>
      {typed('username')}
      {typed('hardwareId')}
      {typed('region')}
      <div role="gridcell" tabIndex={tabIndexOf('status')} data-column="status" className={cells.cell}>
        <StatusMark status={row.status} />
      </div>
      <ReadinessCell readiness={row.readiness} tabIndex={tabIndexOf('readiness')} />
      <ResultCell result={row.result} remedy={row.remedy} tabIndex={tabIndexOf('result')} />
    </div>
  )
})

/** What the check or the service says, and what to do; in full in the hint and in the details. */
const ResultCell = memo(function ResultCell(props: {
  readonly result: string
  readonly remedy: string
  readonly tabIndex: 0 | -1
}) {
  const { result, remedy, tabIndex } = props
  const styles = useResultCellStyles()
  const cells = useCellStyles()
  const hint = [result, remedy].filter((part) => part !== '').join('\n')
  return (
    <div
      role="gridcell"
      tabIndex={tabIndex}
      data-column="result"
      className={cells.cell}
      title={hint === '' ? undefined : hint}
    >
      <span className={cells.text}>
        {result}
        {remedy !== '' && <span className={styles.remedy}> {remedy}</span>}
      </span>
    </div>
  )
})
