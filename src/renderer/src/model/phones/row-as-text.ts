import { text } from '../../../../shared/text/index.ts'
import { copiedCell } from '../copied-cell.ts'
import type { Row } from './row.ts'
import type { TableColumn } from './table-columns.ts'

/**
 * A row for a spreadsheet, a mail or a ticket: one line, tab between the columns, nothing that would be run. `besides`: what
 * more is shown of it.
 */
export function rowAsText(row: Row, besides: readonly TableColumn[] = []): string {
  const { username, hardwareId, region, status, result, remedy } = row
  return [
    ...[row.row, username, hardwareId, region, text.window.table.status[status], result, remedy],
    ...besides.map(({ textOf }) => textOf(row)),
  ]
    .map((cell) => copiedCell(`${cell ?? ''}`))
    .join('\t')
    .trimEnd()
}

/** Rows for a spreadsheet: a line of headings, then one a row, tab between the columns. */
export function rowsAsText(rows: readonly Row[], besides: readonly TableColumn[] = []): string {
  const { columns, details } = text.window.table
  const { row, username, hardwareId, region, status, result } = columns
  const head = [
    ...[row, username, hardwareId, region, status, result, details.whatToDo],
    ...besides.map(({ name }) => copiedCell(name('run'))),
  ].join('\t')
  return `${[head, ...rows.map((one) => rowAsText(one, besides))].join('\r\n')}\r\n`
}
