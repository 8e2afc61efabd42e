import type { Issue, Severity } from '../../../../shared/phones/issue.ts'
import type { CheckedRow, PhoneList } from '../../../../shared/phones/phone-list.ts'
import { text } from '../../../../shared/text/index.ts'
import { memoizeLast } from '../memoize-last.ts'
import { haystack, type Row, type RowStatus, withoutRow } from './row.ts'

/** The rows of a checked list, in file order. */
export const listRows = memoizeLast((list: PhoneList): readonly Row[] => {
  const byRow = issuesByRow(list.issues)
  return list.rows.map((row) => listRow(row, byRow.get(row.row) ?? []))
})

const order: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

function issuesByRow(issues: readonly Issue[]): ReadonlyMap<number, readonly Issue[]> {
  const byRow = new Map<number, Issue[]>()
  for (const issue of issues) {
    if (issue.row === undefined) continue
    const known = byRow.get(issue.row)
    if (known) known.push(issue)
    else byRow.set(issue.row, [issue])
  }
  for (const some of byRow.values()) some.sort((a, b) => order[a.severity] - order[b.severity])
  return byRow
}

function listRow(checked: CheckedRow, issues: readonly Issue[]): Row {
  const { row, username, hardwareId, region } = checked
  const status = statusOf(checked, issues)
  const first = withoutRow(issues[0]?.message ?? '', row)
  const result = issues.length > 1 ? `${first} (${text.window.table.moreIssues(issues.length - 1)})` : first
  const wrong = issues.flatMap(({ severity, column }) => (severity === 'error' && column ? [column] : []))
  const shown = {
    row,
    username,
    hardwareId,
    region: region ?? '',
    status,
    result,
    remedy: '',
    reason: '',
    issues,
    wrong,
  }
  return { ...shown, haystack: haystack(shown, text.window.table.status[status]) }
}

function statusOf({ status }: CheckedRow, issues: readonly Issue[]): RowStatus {
  if (status === 'error') return 'error'
  return issues.some(({ severity }) => severity === 'warning') ? 'warning' : 'ready'
}
