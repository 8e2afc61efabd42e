import process from 'node:process'
import type { Issue } from '../shared/phones/issue.ts'
import type { CheckedRow } from '../shared/phones/phone-list.ts'
import { text } from '../shared/text/index.ts'
import { exitCode } from './exit-code.ts'
import { hasErrors, type ListOptions, openList } from './list.ts'
import { paintSeverity } from './paint.ts'
import { harmless, print, printJson } from './print.ts'

/** Prints what the check finds. Exit 0 without errors, 2 with, or when the file is no phone list. */
export async function checkCommand(
  path: string,
  { json, ...options }: ListOptions & { readonly json?: true },
): Promise<void> {
  const list = await openList('check', path, options)
  const rows = list.ok ? list.value.rows : []
  const issues = list.ok ? list.value.issues : [list.failure]
  if (json) printJson({ phones: rows.map(phoneInJson), findings: issues })
  else printIssues(rows, issues)
  process.exitCode = hasErrors(issues) ? exitCode.listRefused : exitCode.ok
}

const phoneInJson = ({ row, username, hardwareId, region, status }: CheckedRow) => ({
  row,
  username,
  hardwareId,
  region: region ?? null,
  status,
})

function printIssues(rows: readonly CheckedRow[], issues: readonly Issue[]): void {
  for (const { severity, message } of issues) print(`${paintSeverity(severity)}  ${harmless(message)}`)
  const ready = rows.filter(({ status }) => status === 'ready').length
  print(text.cli.checked(rows.length, ready))
}
