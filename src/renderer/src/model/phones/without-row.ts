import { text } from '../../../../shared/text/index.ts'

/** A remark for where the row is known anyway: without "Row 7: " at its beginning. */
export function withoutRow(message: string, row: number): string {
  const lead = `${text.window.table.details.row(row)}: `
  const rest = message.startsWith(lead) ? message.slice(lead.length) : message
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
