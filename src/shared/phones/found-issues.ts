import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import type { Column } from './column.ts'
import type { Issue } from './issue.ts'
import type { IssueFact } from './issue-fact.ts'
import { issueWords } from './issue-words.ts'
import type { SheetRow } from './sheet.ts'

/**
 * Collects what the check of a row found. The counts tell whether a cell or row had an error, or anything to be told of; a
 * result object for each of 300,000 cells, of which nearly all are right, would cost more than their check. `issues`:
 * undefined where they are only counted. Their words and fixes are made only where they are collected.
 *
 * A function that hands over how to describe an issue costs memory at each call, even where it finds none. So those that
 * look at each row do not: they call one that adds.
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
