// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { memo, type ReactNode } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { count } from '../../../../shared/text/plural.ts'
import { ReadinessMark } from '../../components/readiness-mark.tsx'
import { StatusMark } from '../../components/status-mark.tsx'
import type { GridColumn } from '../../model/phones/cell.ts'
import type { Row, RowStatus } from '../../model/phones/row.ts'
import type { TableColumn } from '../../model/phones/table-columns.ts'
import { whyNotReady } from '../../model/readiness/why-not-ready.ts'
import type { CellLooks } from './cell-looks.ts'
import { CheckMark } from './check-mark.tsx'
import { TypedCell } from './typed-cell.tsx'

const table = text.window.table

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
  readonly looks: CellLooks
  readonly tabIndex: 0 | -1
}): ReactNode {
  const { column, row, selected, editable, regionEditable, editing, looks, tabIndex } = props
  const { id } = column
  switch (id) {
    case 'select':
      return <SelectCell key={id} row={row.row} selected={selected} look={looks.select} tabIndex={tabIndex} />
    case 'row':
      return <NumberCell key={id} row={row.row} look={looks.number} tabIndex={tabIndex} />
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
          looks={looks}
          tabIndex={tabIndex}
        />
      )
    case 'status':
      return <StatusCell key={id} status={row.status} look={looks.cell} tabIndex={tabIndex} />
    case 'readiness':
      return <ReadinessCell key={id} readiness={row.readiness} looks={looks} tabIndex={tabIndex} />
    case 'result':
      return <ResultCell key={id} result={row.result} remedy={row.remedy} looks={looks} tabIndex={tabIndex} />
    default:
      return <TextCell key={id} column={id} words={column.textOf(row)} looks={looks} tabIndex={tabIndex} />
  }
}

/** What makes an element a cell of this column. */
const frameOf = (column: GridColumn, tabIndex: 0 | -1) =>
  ({ role: 'gridcell', tabIndex, 'data-column': column }) as const

const SelectCell = memo(function SelectCell(props: {
  readonly row: number
  readonly selected: boolean
  readonly look: string
  readonly tabIndex: 0 | -1
}) {
  const { row, selected, look, tabIndex } = props
  return (
    <div {...frameOf('select', tabIndex)} className={look}>
      <CheckMark checked={selected} label={table.select.row(row)} />
    </div>
  )
})

const NumberCell = memo(function NumberCell(props: {
  readonly row: number
  readonly look: string
  readonly tabIndex: 0 | -1
}) {
  const { row, look, tabIndex } = props
  return (
    <div {...frameOf('row', tabIndex)} className={look}>
      {count(row)}
    </div>
  )
})

const StatusCell = memo(function StatusCell(props: {
  readonly status: RowStatus
  readonly look: string
  readonly tabIndex: 0 | -1
}) {
  const { status, look, tabIndex } = props
  return (
    <div {...frameOf('status', tabIndex)} className={look} title={table.status[status]}>
      <StatusMark status={status} />
    </div>
  )
})

/** Whether the account is ready and, where there is room, what it lacks first. */
const ReadinessCell = memo(function ReadinessCell(props: {
  readonly readiness: Row['readiness']
  readonly looks: CellLooks
  readonly tabIndex: 0 | -1
}) {
  const { readiness, looks, tabIndex } = props
  const why = readiness ? whyNotReady(readiness) : ''
  return (
    <div {...frameOf('readiness', tabIndex)} className={looks.readiness} title={why === '' ? undefined : why}>
      {readiness && <ReadinessMark status={readiness.status} />}
      {why !== '' && <span className={looks.why}>{why}</span>}
    </div>
  )
})

/** What the check or the service says, and what to do; in full in the hint and in the details. */
const ResultCell = memo(function ResultCell(props: {
  readonly result: string
  readonly remedy: string
  readonly looks: CellLooks
  readonly tabIndex: 0 | -1
}) {
  const { result, remedy, looks, tabIndex } = props
  const hint = [result, remedy].filter((part) => part !== '').join('\n')
  return (
    <div {...frameOf('result', tabIndex)} className={looks.cell} title={hint === '' ? undefined : hint}>
      <span className={looks.result}>
        {result}
        {remedy !== '' && <span className={looks.remedy}> {remedy}</span>}
      </span>
    </div>
  )
})

const TextCell = memo(function TextCell(props: {
  readonly column: GridColumn
  readonly words: string
  readonly looks: CellLooks
  readonly tabIndex: 0 | -1
}) {
  const { column, words, looks, tabIndex } = props
  return (
    <div {...frameOf(column, tabIndex)} className={looks.cell} title={words === '' ? undefined : words}>
      <span className={looks.text}>{words}</span>
    </div>
  )
})
