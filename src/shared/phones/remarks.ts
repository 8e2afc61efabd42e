import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import type { Column } from './column.ts'
import type { Finding } from './finding.ts'
import type { SheetRow } from './sheet.ts'

/**
 * Collects what the check of a list remarks. The count of errors tells whether a cell or row had one; a
 * result object for each of 300,000 cells, of which nearly all are right, would cost more than their check.
 */
export type Remarks = { readonly findings: Finding[]; errors: number }

export type CellFinding = Omit<Finding, 'severity' | 'row' | 'column' | 'value'>

/** Adds an error about a cell, with the value as it was typed. */
export function addError(remarks: Remarks, row: SheetRow, column: Column, finding: CellFinding): void {
  remarks.errors++
  remarks.findings.push({ severity: 'error', row: row.row, column, value: row[column], ...finding })
}

/** The cell without what other programs add to text; a note says so where there was something. */
export function cleanedCell(remarks: Remarks, row: SheetRow, column: Column): string {
  const value = row[column]
  const read = cleanCell(value)
  if (read === value || read === '') return read
  const message = text.check.textCleaned({ row: row.row, value, read })
  remarks.findings.push({ severity: 'note', code: 'text-cleaned', row: row.row, column, value, message })
  return read
}
