import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { text } from '../shared/text/index.ts'
import { exitCode } from './exit-code.ts'
import { type ListOptions, openList } from './list.ts'
import { print } from './print.ts'
import { issueLines, printListJson } from './print-list.ts'

/** Prints what the check finds. Exit 0 without errors, 2 with, or when the file is no phone list. */
export async function checkCommand(
  path: string,
  { json, ...options }: ListOptions & { readonly json?: true },
): Promise<void> {
  // V8's last compiler takes a fifth of a check's processor time, and most checks end before its code has saved that. It is
  // left out here alone: a run lasts.
  setFlagsFromString('--no-opt')
  const list = await openList('check', path, options)
  const rows = list.ok ? list.value.rows : []
  const issues = list.ok ? list.value.issues : [list.failure]
  const ready = rows.filter(({ status }) => status === 'ready').length
  if (json) await printListJson(rows, issues)
  else {
    for (const line of issueLines(issues)) print(line)
    if (list.ok) print(text.cli.list.checked(rows.length, ready))
  }
  process.exitCode = list.ok && ready === rows.length ? exitCode.ok : exitCode.listRefused
}
