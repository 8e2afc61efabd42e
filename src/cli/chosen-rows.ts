import type { Issue } from '../shared/phones/issue.ts'
import { issueLine } from '../shared/phones/issue-words.ts'
import type { ListInTurn } from '../shared/phones/phone-list.ts'
import type { RunPlan } from '../shared/run/plan.ts'
import type { RunMemory } from '../shared/run/run-memory.ts'
import { text } from '../shared/text/index.ts'
import { ask, canAsk } from './ask.ts'
import { exitCode, Stop } from './exit-code.ts'
import type { RowRange } from './options.ts'
import { harmless } from './print.ts'

const { rows: words } = text.cli.run

/** The rows of a list that `--rows` names. Stops where one has an error or is not in the list. */
export function chosenRows({ rows, issues }: ListInTurn, ranges: readonly RowRange[]): ReadonlySet<number> {
  const inList = new Map(rows.map((row) => [row.row, row]))
  const chosen = new Set<number>()
  for (const { first, last } of ranges)
    for (let row = first; row <= last; row++) {
      const found = inList.get(row)
      if (!found) throw new Stop(exitCode.listRefused, words.notInList(row))
      if (found.status === 'error') {
        throw new Stop(exitCode.listRefused, words.hasError(row, harmless(errorOf(issues, row))))
      }
      chosen.add(row)
    }
  return chosen
}

function errorOf(issues: Iterable<Issue>, row: number): string {
  for (const issue of issues) if (issue.row === row && issue.severity === 'error') return issueLine(issue)
  return ''
}

/**
 * Whether rows that were named and that a run signed in a few days ago are signed in again. Asks the person at the
 * terminal; any answer but yes leaves them out. Stops if nobody can be asked, because the app must assume neither.
 */
export async function mayIncludeChosen(
  { phones }: RunPlan,
  memory: RunMemory,
  isAnswered: boolean,
): Promise<boolean> {
  const before = phones.filter((phone) => memory.of(phone)).map(({ row }) => row)
  if (before.length === 0) return false
  if (isAnswered || !canAsk()) throw new Stop(exitCode.listRefused, words.signedInBefore(before))
  return ask(words.includeQuestion(before))
}
