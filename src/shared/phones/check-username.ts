import { cleanCell } from './clean.ts'
import { addError, cleanedCell, type FoundIssues } from './found-issues.ts'
import { repairUsername } from './repair-username.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { accountKey, isUsername, usernameProblem } from './username.ts'

/** Checks a row's username and answers it, cleaned where need be. `domain`: see `onlyDomain`. */
export function checkUsername(row: SheetRow, found: FoundIssues, domain: () => string | undefined): string {
  const { moved } = row
  if (moved)
    addError(found, row, 'username', () => ({
      code: 'cells-moved',
      fact: { says: 'cellsMoved', values: { row: row.row, value: row.username, ...moved } },
    }))
  // A value that is valid as typed needs no cleaning: nearly all cells end here.
  if (isUsername(row.username) && !row.username.startsWith("'")) return row.username
  const username = cleanedCell(found, row, 'username')
  if (username === '') {
    addError(found, row, 'username', () => ({
      code: 'username-missing',
      fact: { says: 'usernameMissing', values: { row: row.row } },
    }))
    return username
  }
  const problem = usernameProblem(username)
  if (problem === undefined) return username
  addError(found, row, 'username', () => {
    // Taking a fix would confirm an account that may be another row's.
    const repair = moved ? undefined : repairUsername(username, domain)
    const { fix, lookalike } = repair ?? {}
    const values = { row: row.row, value: username, problem, fix, lookalike }
    return {
      ...{ code: 'username-invalid', fact: { says: 'usernameInvalid', values }, detail: problem.kind },
      ...(repair && { fix: repair.fix, fixKind: repair.kind }),
    }
  })
  return username
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
