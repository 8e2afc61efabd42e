import type { Issue, Severity } from '../../../../shared/phones/issue.ts'
import type { CheckedRow, PhoneList } from '../../../../shared/phones/phone-list.ts'
import type { RunMemory, SignedInBefore } from '../../../../shared/run/run-memory.ts'
import { text } from '../../../../shared/text/index.ts'
import { dayAndTime } from '../date-and-time.ts'
import { memoizeLast } from '../memoize-last.ts'
import { haystack, type Row, type RowStatus, withoutRow } from './row.ts'

/** The rows of a checked list, in file order; those among them that were signed in before, by what is remembered. */
export const listRows = memoizeLast(
  (list: PhoneList, memory: RunMemory, areIncluded: boolean): readonly Row[] => {
    const byRow = issuesByRow(list.issues)
    return list.rows.map((row) => {
      const before = row.status === 'ready' ? memory.of(row) : undefined
      return listRow(row, byRow.get(row.row) ?? [], before && { ...before, isIncluded: areIncluded })
    })
  },
)

type Before = SignedInBefore & { readonly isIncluded: boolean }

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

function listRow(checked: CheckedRow, issues: readonly Issue[], before: Before | undefined): Row {
  const { row, username, hardwareId, region } = checked
  const status = before && !before.isIncluded ? 'signed in' : statusOf(checked, issues)
  const inWords = before && signedInWords(before)
  const result = inWords ?? issueWords(issues, row)
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
    ...(inWords !== undefined && { before: inWords }),
    issues,
    wrong,
  }
  return { ...shown, haystack: haystack(shown, text.window.table.status[status]) }
}

function issueWords(issues: readonly Issue[], row: number): string {
  const first = withoutRow(issues[0]?.message ?? '', row)
  return issues.length > 1 ? `${first} (${text.window.table.moreIssues(issues.length - 1)})` : first
}

function signedInWords({ at, run, isIncluded }: Before): string {
  const words = text.window.table.signedInBefore
  return words[isIncluded ? 'included' : 'leftOut'](dayAndTime(at, Date.now()), run.listName)
}

function statusOf({ status }: CheckedRow, issues: readonly Issue[]): RowStatus {
  if (status === 'error') return 'error'
  return issues.some(({ severity }) => severity === 'warning') ? 'warning' : 'ready'
}
