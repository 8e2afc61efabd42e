// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, type ReactNode } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { count } from '../../../../shared/text/plural.ts'
import { ReadinessMark } from '../../components/readiness-mark.tsx'
import { StatusMark } from '../../components/status-mark.tsx'
import type { GridColumn } from '../../model/phones/cell.ts'
import type { Row, RowStatus } from '../../model/phones/row.ts'
import type { TableColumn } from '../../model/phones/table-columns.ts'
import { whyNotReady } from '../../model/readiness/why-not-ready.ts'
import { CheckMark } from './check-mark.tsx'
import { narrowTable, useCellStyles } from './grid-layout.ts'
import { TypedCell } from './typed-cell.tsx'

const table = text.window.table

const useStyles = makeStyles({
  select: { padding: 0, justifyContent: 'center', cursor: 'pointer' },
  number: {
    justifyContent: 'flex-end',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  remedy: { color: tokens.colorNeutralForeground2 },
  readiness: { columnGap: tokens.spacingHorizontalS },
  // The beginning of a word tells nobody anything.
  why: { [narrowTable]: { display: 'none' } },
})

/**
 * A cell of the table, with the look of its column; most columns have none and show their text. Not a component itself:
 * when a row changes, its unchanged cells aren't rendered and cost nothing.
 */
export function gridCell(props: {
  readonly column: TableColumn
  readonly row: Row
  readonly selected: boolean
  readonly editable: boolean
  readonly regionEditable: boolean
  readonly editing: GridColumn | undefined
  readonly twoLines: boolean
  readonly tabIndex: 0 | -1
}): ReactNode {
  const { column, row, selected, editable, regionEditable, editing, twoLines, tabIndex } = props
  const { id } = column
  switch (id) {
    case 'select':
      return <SelectCell key={id} row={row.row} selected={selected} tabIndex={tabIndex} />
    case 'row':
      return <NumberCell key={id} row={row.row} tabIndex={tabIndex} />
    case 'username':
    case 'hardwareId':
    case 'region':
      return (
        <TypedCell
          key={id}
          row={row.row}
          column={id}
          value={row[id]}
          wrong={row.wrong.includes(id)}
          editable={editable && (id !== 'region' || regionEditable)}
          editing={editing === id}
          tabIndex={tabIndex}
        />
      )
    case 'status':
      return <StatusCell key={id} status={row.status} tabIndex={tabIndex} />
    case 'readiness':
      return <ReadinessCell key={id} readiness={row.readiness} twoLines={twoLines} tabIndex={tabIndex} />
    case 'result':
      return (
        <ResultCell
          key={id}
          result={row.result}
          remedy={row.remedy}
          twoLines={twoLines}
          tabIndex={tabIndex}
        />
      )
    default:
      return <TextCell key={id} column={id} words={column.textOf(row)} tabIndex={tabIndex} />
  }
}

/** What makes an element a cell of this column. */
const frameOf = (column: GridColumn, tabIndex: 0 | -1) =>
  ({ role: 'gridcell', tabIndex, 'data-column': column }) as const

const SelectCell = memo(function SelectCell(props: {
  readonly row: number
  readonly selected: boolean
  readonly tabIndex: 0 | -1
}) {
  const { row, selected, tabIndex } = props
  const styles = useStyles()
  const cells = useCellStyles()
  return (
    <div {...frameOf('select', tabIndex)} className={mergeClasses(cells.cell, styles.select)}>
      <CheckMark checked={selected} label={table.select.row(row)} />
    </div>
  )
})

const NumberCell = memo(function NumberCell(props: { readonly row: number; readonly tabIndex: 0 | -1 }) {
  const { row, tabIndex } = props
  const styles = useStyles()
  const cells = useCellStyles()
  return (
    <div {...frameOf('row', tabIndex)} className={mergeClasses(cells.cell, styles.number)}>
      {count(row)}
    </div>
  )
})

const StatusCell = memo(function StatusCell(props: {
  readonly status: RowStatus
  readonly tabIndex: 0 | -1
}) {
  const { status, tabIndex } = props
  const cells = useCellStyles()
  return (
    <div {...frameOf('status', tabIndex)} className={cells.cell} title={table.status[status]}>
      <StatusMark status={status} />
    </div>
  )
})

/** Whether the account is ready and, where there is room, what it lacks first. */
const ReadinessCell = memo(function ReadinessCell(props: {
  readonly readiness: Row['readiness']
  readonly twoLines: boolean
  readonly tabIndex: 0 | -1
}) {
  const { readiness, twoLines, tabIndex } = props
  const styles = useStyles()
  const cells = useCellStyles()
  const why = readiness ? whyNotReady(readiness) : ''
  return (
    <div
      {...frameOf('readiness', tabIndex)}
      className={mergeClasses(cells.cell, styles.readiness)}
      title={why === '' ? undefined : why}
    >
      {readiness && <ReadinessMark status={readiness.status} />}
      {why !== '' && (
        <span className={mergeClasses(twoLines ? cells.twoLines : cells.text, styles.why)}>{why}</span>
      )}
    </div>
  )
})

/** What the check or the service says, and what to do; in full in the hint and in the details. */
const ResultCell = memo(function ResultCell(props: {
  readonly result: string
  readonly remedy: string
  readonly twoLines: boolean
  readonly tabIndex: 0 | -1
}) {
  const { result, remedy, twoLines, tabIndex } = props
  const styles = useStyles()
  const cells = useCellStyles()
  const hint = [result, remedy].filter((part) => part !== '').join('\n')
  return (
    <div {...frameOf('result', tabIndex)} className={cells.cell} title={hint === '' ? undefined : hint}>
      <span className={twoLines ? cells.twoLines : cells.text}>
        {result}
        {remedy !== '' && <span className={styles.remedy}> {remedy}</span>}
      </span>
    </div>
  )
})

const TextCell = memo(function TextCell(props: {
  readonly column: GridColumn
  readonly words: string
  readonly tabIndex: 0 | -1
}) {
  const { column, words, tabIndex } = props
  const cells = useCellStyles()
  return (
    <div {...frameOf(column, tabIndex)} className={cells.cell} title={words === '' ? undefined : words}>
      <span className={cells.text}>{words}</span>
    </div>
  )
})
