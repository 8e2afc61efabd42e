import { groupIssues } from '../shared/phones/group-issues.ts'
import type { Issue } from '../shared/phones/issue.ts'
import { issueLine } from '../shared/phones/issue-words.ts'
import type { CheckedRow } from '../shared/phones/phone-list.ts'
import { visibly } from '../shared/text/visible-json.ts'
import { stdout } from './output.ts'
import { paintSeverity } from './paint.ts'
import { harmless } from './print.ts'

/** So few of a kind are told one by one. */
const mostAlone = 9

/** The issues a line each; those of one kind in one line where they are many. */
export function issueLines(issues: Iterable<Issue>): readonly string[] {
  return groupIssues(issues, mostAlone).flatMap(({ issues, count, message }) =>
    (count > mostAlone
      ? [{ severity: issues[0].severity, message }]
      : issues.map((one) => ({ severity: one.severity, message: issueLine(one) }))
    ).map(({ severity, message }) => `${paintSeverity(severity)}  ${harmless(message)}`),
  )
}

/**
 * Prints phones and issues as one JSON object, a line for each of them. It goes out piece by piece: for 100,000 rows
 * with issues the whole text would be longer than a string can be, and would be in memory twice.
 */
export async function printListJson(rows: readonly CheckedRow[], issues: Iterable<Issue>): Promise<void> {
  await stdout.writeInTurn('{\n')
  await writeArray('phones', rows, phoneInJson)
  await stdout.writeInTurn(',\n')
  await writeArray('findings', issues, issueInJson)
  await stdout.writeInTurn('\n}\n')
}

async function writeArray<Item>(
  name: string,
  items: Iterable<Item>,
  toJson: (item: Item) => object,
): Promise<void> {
  let piece = `  "${name}": [`
  let isFirst = true
  for (const item of items) {
    piece += `${isFirst ? '' : ','}\n    ${JSON.stringify(toJson(item))}`
    isFirst = false
    if (piece.length < pieceLength) continue
    await stdout.writeInTurn(visibly(piece))
    piece = ''
  }
  await stdout.writeInTurn(`${visibly(piece)}${isFirst ? '' : '\n  '}]`)
}

/** In characters. A pipe takes 64 KB at once; for more, this program would wait for the reader each time. */
const pieceLength = 48 * 1024

const phoneInJson = ({ row, username, hardwareId, region, status }: CheckedRow) => ({
  row,
  username,
  hardwareId,
  region: region ?? null,
  status,
})

/** Without what only the window and the grouping need. */
const issueInJson = (issue: Issue) => {
  const { severity, code, row, column, value, fix } = issue
  return { severity, code, row, column, value, message: issueLine(issue), fix }
}
