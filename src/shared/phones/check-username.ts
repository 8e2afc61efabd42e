import { cleanCell } from './clean.ts'
import { addError, cleanedCell, type FoundIssues } from './found-issues.ts'
import type { MovedCells } from './issue-fact.ts'
import { repairUsername } from './repair-username.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { accountKey, isUsername, type UsernameProblem, usernameProblem } from './username.ts'

/** Checks a row's username and answers it, cleaned where need be. `domain`: see `onlyDomain`. */
export function checkUsername(row: SheetRow, found: FoundIssues, domain: () => string | undefined): string {
  if (row.moved) addMoved(row, row.moved, found)
  // What is valid as typed has nothing to clean: nearly all cells end here.
  if (isUsername(row.username) && row.username.charCodeAt(0) !== apostrophe) return row.username
  const username = cleanedCell(found, row, 'username')
  const problem = username === '' ? undefined : usernameProblem(username)
  if (username === '') addMissing(row, found)
  else if (problem) addProblem(row, username, problem, found, domain)
  return username
}

/** A name may begin with one, and so does a cell that a spreadsheet must not read as a number. */
const apostrophe = 0x27

function addMoved(row: SheetRow, moved: MovedCells, found: FoundIssues): void {
  addError(found, row, 'username', () => ({
    code: 'cells-moved',
    fact: { says: 'cellsMoved', values: { row: row.row, value: row.username, ...moved } },
  }))
}

function addMissing(row: SheetRow, found: FoundIssues): void {
  addError(found, row, 'username', () => ({
    code: 'username-missing',
    fact: { says: 'usernameMissing', values: { row: row.row } },
  }))
}

function addProblem(
  row: SheetRow,
  username: string,
  problem: UsernameProblem,
  found: FoundIssues,
  domain: () => string | undefined,
): void {
  addError(found, row, 'username', () => {
    // Taking a fix would confirm an account that may be another row's.
    const repair = row.moved ? undefined : repairUsername(username, domain)
    const { fix, lookalike } = repair ?? {}
    const values = { row: row.row, value: username, problem, fix, lookalike }
    return {
      ...{ code: 'username-invalid', fact: { says: 'usernameInvalid', values }, detail: problem.kind },
      ...(repair && { fix: repair.fix, fixKind: repair.kind }),
    }
  })
}

/** The domain of all usernames of a sheet, worked out once it is asked for; undefined where they do not agree. */
export function onlyDomain({ rows }: Sheet): () => string | undefined {
  let answer: { readonly domain: string | undefined } | undefined
  return () => {
    if (!answer) {
      const usernames = rows.map(({ username }) => cleanCell(username)).filter(isUsername)
      const domains = new Set(usernames.map((username) => accountKey(username).replace(/^.*@/, '')))
      const [domain] = domains
      answer = { domain: domains.size === 1 ? domain : undefined }
    }
    return answer.domain
  }
}
