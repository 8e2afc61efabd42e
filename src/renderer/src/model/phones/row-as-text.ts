import { text } from '../../../../shared/text/index.ts'
import { copiedCell } from '../copied-cell.ts'
import type { Row } from './row.ts'

/** A row for a spreadsheet, a mail or a ticket: one line, tab between the columns, nothing that would be run. */
export function rowAsText({ row, username, hardwareId, region, status, result, remedy }: Row): string {
  return [row, username, hardwareId, region, text.window.table.status[status], result, remedy]
    .map((cell) => copiedCell(`${cell ?? ''}`))
    .join('\t')
    .trimEnd()
}

/** Rows for a spreadsheet: a line of headings, then one a row, tab between the columns. */
export function rowsAsText(rows: readonly Row[]): string {
  const { columns, details } = text.window.table
  const { row, username, hardwareId, region, status, result } = columns
  const head = [row, username, hardwareId, region, status, result, details.whatToDo].join('\t')
  return `${[head, ...rows.map(rowAsText)].join('\r\n')}\r\n`
}
