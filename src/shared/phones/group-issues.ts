import { text } from '../text/index.ts'
import type { Issue } from './issue.ts'

/** Issues of one kind. One that is about the whole file stands alone. */
export type IssueGroup = {
  readonly issues: readonly [Issue, ...Issue[]]
  /** The message of the only one; of several, how many rows have it, which, and the first of them as an example. */
  readonly message: string
}

/** Puts the issues of one kind together, in the order in which the first of each stands. */
export function groupIssues(issues: readonly Issue[]): readonly IssueGroup[] {
  const groups = new Map<string, [Issue, ...Issue[]]>()
  issues.forEach((issue, at) => {
    const { severity, code, column, detail = '', fixKind = '' } = issue
    const key = issue.row === undefined ? String(at) : [severity, code, column, detail, fixKind].join(' ')
    const group = groups.get(key)
    if (group) group.push(issue)
    else groups.set(key, [issue])
  })
  return [...groups.values()].map((group) => ({ issues: group, message: messageOf(group) }))
}

function messageOf([first, ...others]: readonly [Issue, ...Issue[]]): string {
  if (others.length === 0) return first.message
  const rows = [first, ...others.slice(0, 3)].map(({ row = 0 }) => row)
  return text.check.grouped({
    ...{ code: first.code, detail: first.detail, rows, count: others.length + 1 },
    example: first.message,
  })
}
