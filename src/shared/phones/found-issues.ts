import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import type { Column } from './column.ts'
import type { Issue } from './issue.ts'
import type { IssueFact } from './issue-fact.ts'
import { issueWords } from './issue-words.ts'
import type { SheetRow } from './sheet.ts'

/**
 * Collects the issues of a row. The counts tell whether a cell or row has an error or another issue: a result object
 * for each of 300,000 cells, nearly all of them right, would cost more than their check. `issues` is undefined if they
 * are only counted. Words and fixes are only made if issues are collected.
 *
 * Passing a function that describes an issue costs memory at each call, even if there is none. So checks of each row
 * don't: they call a function that adds the issue.
 */
export type FoundIssues = { readonly issues: Issue[] | undefined; errors: number; all: number }

export type CellIssue = Pick<Issue, 'code' | 'detail' | 'fix' | 'fixKind'> & { readonly fact: IssueFact }

/** Adds an error about a cell, with the value as it was typed. */
export function addError(found: FoundIssues, row: SheetRow, column: Column, describe: () => CellIssue): void {
  found.errors++
  add(found, () => {
    const issue = describe()
    const message = issueWords(issue.fact)
    return { severity: 'error', row: row.row, column, value: row[column], message, ...issue }
  })
}

/** Adds an issue that leaves the row as it is: a warning, or a note. */
export function add(found: FoundIssues, describe: () => Issue): void {
  found.all++
  found.issues?.push(describe())
}

/** The cell without what other programs add to text; a note says so where there was something. */
export function cleanedCell(found: FoundIssues, row: SheetRow, column: Column): string {
  const value = row[column]
  const read = cleanCell(value)
  if (read !== value && read !== '') addCleaned(found, row, column, read)
  return read
}

function addCleaned(found: FoundIssues, row: SheetRow, column: Column, read: string): void {
  add(found, () => {
    const value = row[column]
    const message = text.check.textCleaned({ value, read })
    return { severity: 'note', code: 'text-cleaned', row: row.row, column, value, message }
  })
}
