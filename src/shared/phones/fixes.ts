import type { Column } from './column.ts'
import type { FixKind, Issue } from './issue.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Issues whose fixes undo the same slip in the same column, so that one decision is enough for all of them. */
export type AlikeFixes = {
  readonly column: Column
  readonly kind: FixKind
  readonly issues: readonly Issue[]
}

/** The fixes that a check offers, grouped by kind, the largest group first. */
export function fixesOf(issues: readonly Issue[]): readonly AlikeFixes[] {
  const groups = new Map<string, AlikeFixes & { readonly issues: Issue[] }>()
  for (const issue of issues) {
    const { column, fix, fixKind: kind } = issue
    if (column === undefined || fix === undefined || kind === undefined) continue
    const group = groups.get(`${column} ${kind}`)
    if (group) group.issues.push(issue)
    else groups.set(`${column} ${kind}`, { column, kind, issues: [issue] })
  }
  return [...groups.values()].toSorted((one, other) => other.issues.length - one.issues.length)
}

/**
 * The sheet with these fixes taken. A cell that has changed since the check keeps its change; where there is nothing to
 * take, it is the same sheet.
 */
export function applyFixes(sheet: Sheet, issues: readonly Issue[]): Sheet {
  const fixes = new Map<number, Issue[]>()
  for (const issue of issues) {
    if (issue.row === undefined || issue.column === undefined || issue.fix === undefined) continue
    const ofRow = fixes.get(issue.row)
    if (ofRow) ofRow.push(issue)
    else fixes.set(issue.row, [issue])
  }
  if (fixes.size === 0) return sheet
  return { ...sheet, rows: sheet.rows.map((row) => applyTo(row, fixes.get(row.row) ?? [])) }
}

function applyTo(row: SheetRow, fixes: readonly Issue[]): SheetRow {
  const changed: Partial<Record<Column, string>> = {}
  for (const { column, value, fix } of fixes)
    if (column !== undefined && fix !== undefined && row[column] === value) changed[column] = fix
  return Object.keys(changed).length === 0 ? row : { ...row, ...changed }
}
