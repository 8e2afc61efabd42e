import type { Finding, Severity } from '../../../../shared/phones/finding.ts'
import type { CheckedRow, PhoneList } from '../../../../shared/phones/phone-list.ts'
import { text } from '../../../../shared/text/index.ts'
import { memoizeLast } from '../memoize-last.ts'
import { haystack, type Row, type RowStatus, withoutRow } from './row.ts'

/** The rows of a checked list, in file order. */
export const listRows = memoizeLast((list: PhoneList): readonly Row[] => {
  const byRow = findingsByRow(list.findings)
  return list.rows.map((row) => listRow(row, byRow.get(row.row) ?? []))
})

const order: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

function findingsByRow(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const byRow = new Map<number, Finding[]>()
  for (const finding of findings) {
    if (finding.row === undefined) continue
    const known = byRow.get(finding.row)
    if (known) known.push(finding)
    else byRow.set(finding.row, [finding])
  }
  for (const some of byRow.values()) some.sort((a, b) => order[a.severity] - order[b.severity])
  return byRow
}

function listRow(checked: CheckedRow, findings: readonly Finding[]): Row {
  const { row, username, hardwareId, region } = checked
  const status = statusOf(checked, findings)
  const first = withoutRow(findings[0]?.message ?? '', row)
  const result =
    findings.length > 1 ? `${first} (${text.window.table.moreRemarks(findings.length - 1)})` : first
  const wrong = findings.flatMap(({ severity, column }) => (severity === 'error' && column ? [column] : []))
  const shown = {
    row,
    username,
    hardwareId,
    region: region ?? '',
    status,
    result,
    remedy: '',
    reason: '',
    findings,
    wrong,
  }
  return { ...shown, haystack: haystack(shown, text.window.table.status[status]) }
}

function statusOf({ status }: CheckedRow, findings: readonly Finding[]): RowStatus {
  if (status === 'error') return 'error'
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'ready'
}
