import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import type { Column } from './column.ts'
import type { Issue } from './issue.ts'
import type { IssueFact } from './issue-fact.ts'
import { issueWords } from './issue-words.ts'
import type { SheetRow } from './sheet.ts'

/**
 * Collects what the check of a list found. The count of errors tells whether a cell or row had one; a
 * result object for each of 300,000 cells, of which nearly all are right, would cost more than their check.
 */
export type FoundIssues = { readonly issues: Issue[]; errors: number }

export type CellIssue = Pick<Issue, 'code' | 'detail' | 'fix' | 'fixKind'> & { readonly fact: IssueFact }

/** Adds an error about a cell, with the value as it was typed. */
export function addError(found: FoundIssues, row: SheetRow, column: Column, issue: CellIssue): void {
  found.errors++
  found.issues.push({
    severity: 'error',
    row: row.row,
    column,
    value: row[column],
    message: issueWords(issue.fact),
    ...issue,
  })
}

/** The cell without what other programs add to text; a note says so where there was something. */
export function cleanedCell(found: FoundIssues, row: SheetRow, column: Column): string {
  const value = row[column]
  const read = cleanCell(value)
  if (read === value || read === '') return read
  const message = text.check.textCleaned({ row: row.row, value, read })
  found.issues.push({ severity: 'note', code: 'text-cleaned', row: row.row, column, value, message })
  return read
}
