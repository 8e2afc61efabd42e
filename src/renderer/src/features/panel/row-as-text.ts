import { text } from '../../../../shared/text/index.ts'
import type { Row } from '../phones/row.ts'

/** A row for a spreadsheet, a mail or a ticket: tab between the columns. */
export function rowAsText({ row, username, hardwareId, region, status, result, remedy }: Row): string {
  return [row, username, hardwareId, region, text.window.table.status[status], result, remedy]
    .join('\t')
    .trimEnd()
}
