import { text } from '../text/index.ts'
import type { Issue } from './issue.ts'
import { issueLine } from './issue-words.ts'

/** Issues of one kind. One that is about the whole file stands alone. */
export type IssueGroup = {
  /** The first of them, or all. */
  readonly issues: readonly [Issue, ...Issue[]]
  readonly count: number
  /** The message of the only one; of several, how many rows have it, which, and the first of them as an example. */
  readonly message: string
}

/** Puts the issues of one kind together, in the order in which the first of each stands; of a kind it keeps `most`. */
export function groupIssues(
  issues: Iterable<Issue>,
  most: number = Number.POSITIVE_INFINITY,
): readonly IssueGroup[] {
  const groups = new Map<string, { readonly issues: [Issue, ...Issue[]]; count: number }>()
  for (const issue of issues) {
    const { severity, code, column, detail = '', fixKind = '' } = issue
    const key =
      issue.row === undefined ? String(groups.size) : `${severity} ${code} ${column} ${detail} ${fixKind}`
    const group = groups.get(key)
    if (!group) groups.set(key, { issues: [issue], count: 1 })
    else {
      group.count++
      if (group.issues.length < Math.max(most, namedRows)) group.issues.push(issue)
    }
  }
  return Array.from(groups.values(), (group) => ({ ...group, message: messageOf(group.issues, group.count) }))
}

function messageOf([first, ...others]: readonly [Issue, ...Issue[]], count: number): string {
  if (others.length === 0) return issueLine(first)
  const rows = [first, ...others.slice(0, namedRows - 1)].map(({ row = 0 }) => row)
  return text.check.grouped({
    ...{ code: first.code, detail: first.detail, rows, count },
    example: issueLine(first),
  })
}

/** So many rows of a group are named by their numbers. */
const namedRows = 4
