import { text } from '../text/index.ts'
import { addError, cleanedCell, type Remarks } from './remarks.ts'
import type { SheetRow } from './sheet.ts'
import { isUsername, usernameProblem } from './username.ts'

/** Checks a row's username and answers it, cleaned where need be. */
export function checkUsername(row: SheetRow, remarks: Remarks): string {
  if (row.moved) {
    const message = text.check.cellsMoved({ row: row.row, value: row.username, ...row.moved })
    addError(remarks, row, 'username', { code: 'cells-moved', message })
  }
  // What is valid as typed has nothing to clean: nearly all cells end here.
  if (isUsername(row.username)) return row.username
  const username = cleanedCell(remarks, row, 'username')
  if (username === '') {
    const message = text.check.usernameMissing({ row: row.row })
    addError(remarks, row, 'username', { code: 'username-missing', message })
    return username
  }
  const problem = usernameProblem(username)
  if (problem === undefined) return username
  const fix = withoutScheme(username)
  const message = text.check.usernameInvalid({ row: row.row, value: username, problem, fix })
  addError(remarks, row, 'username', { code: 'username-invalid', message, ...(fix && { fix }) })
  return username
}

/** Exports and mail programs write an address as a `sip:` or `mailto:` link. */
function withoutScheme(username: string): string | undefined {
  const address = /^(?:sip|smtp|mailto):(.*)$/i.exec(username)?.[1]
  return address !== undefined && isUsername(address) ? address : undefined
}
