import { groupIssues, type IssueGroup } from '../../../../shared/phones/group-issues.ts'
import type { Issue } from '../../../../shared/phones/issue.ts'
import { memoizeLast } from '../memoize-last.ts'

/** A line of the list of issues: one issue, or how many rows have the same one. */
export type IssueShown =
  | { readonly kind: 'issue'; readonly issue: Issue }
  | { readonly kind: 'group'; readonly key: string; readonly group: IssueGroup }

/** So few of a kind stand one by one. */
const mostAlone = 5

const grouped = memoizeLast(groupIssues)

/** Issues of one kind in one line where they are many; `unfolded` has the keys of those that somebody wants to read. */
export function issueLines(issues: readonly Issue[], unfolded: ReadonlySet<string>): readonly IssueShown[] {
  return grouped(issues).flatMap((group): readonly IssueShown[] => {
    const alone = group.issues.map((issue) => ({ kind: 'issue', issue }) as const)
    if (group.issues.length <= mostAlone) return alone
    const key = keyOf(group.issues[0])
    const head = { kind: 'group', key, group } as const
    return unfolded.has(key) ? [head, ...alone] : [head]
  })
}

const keyOf = ({ severity, code, column, detail, fixKind }: Issue): string =>
  [severity, code, column, detail, fixKind].join(' ')
