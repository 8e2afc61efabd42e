import process from 'node:process'
import { text } from '../shared/text/index.ts'
import { exitCode } from './exit-code.ts'
import { type ListOptions, openList } from './list.ts'
import { print } from './print.ts'
import { issueLines, printListJson } from './print-list.ts'
import { hurry, isLarge, spareMemory } from './v8-settings.ts'

/** Prints what the check finds. Exit 0 without errors, 2 with, or when the file is no phone list. */
export async function checkCommand(
  path: string,
  { json, ...options }: ListOptions & { readonly json?: true },
): Promise<void> {
  if (isLarge(path)) {
    spareMemory()
    // Writing 400,000 issues as JSON lasts long enough for that compiler.
    if (!json) hurry()
  }
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
