import { text } from '../text/index.ts'
import type { Column } from './column.ts'
import { add, type FoundIssues } from './found-issues.ts'
import type { IssueCode } from './issue.ts'
import { looksLikePerson } from './looks-like-person.ts'
import type { CheckedRow } from './phone-list.ts'
import type { SheetRow } from './sheet.ts'

/**
 * Warns of what is valid in a row, but seldom right: a row that the workbook doesn't show, a person's own account, other
 * rows' contact, a domain that no tenant can have, a MAC address that no maker gave. `checked`: a row that is ready.
 */
export function checkWarnings(row: SheetRow, checked: CheckedRow, found: FoundIssues): void {
  const { username, hardwareId } = checked
  if (row.hidden) warn(found, row, 'username', 'row-hidden', () => text.check.rowHidden)
  if (looksLikePerson(username)) warn(found, row, 'username', 'account-of-person', text.check.accountOfPerson)
  else if (row.contactIn !== undefined) warnOfContact(found, row, row.contactIn)
  const ending = notPublic.exec(username)?.[1]
  if (ending !== undefined) warnOfDomain(found, row, ending)
  // The second-lowest bit of the first octet (IEEE 802): so do virtual machines, and phones that hide their own.
  if ('26AE'.includes(hardwareId.charAt(1))) warn(found, row, 'hardwareId', 'mac-local', text.check.macLocal)
}

function warnOfContact(found: FoundIssues, row: SheetRow, heading: string): void {
  warn(found, row, 'username', 'account-of-contact', (cell) =>
    text.check.accountOfContact({ ...cell, heading }),
  )
}

function warnOfDomain(found: FoundIssues, row: SheetRow, ending: string): void {
  warn(found, row, 'username', 'domain-not-public', (cell) => text.check.domainNotPublic({ ...cell, ending }))
}

function warn(
  found: FoundIssues,
  row: SheetRow,
  column: Column,
  code: IssueCode,
  say: (cell: { readonly row: number; readonly value: string }) => string,
): void {
  add(found, () => {
    const value = row[column]
    return {
      severity: 'warning',
      code,
      row: row.row,
      column,
      value,
      message: say({ row: row.row, value }),
    }
  })
}

/** Ends of names that are never registered (RFC 6761, 6762, 8375, ICANN 2024 for internal), or are of networks alone. */
const notPublic =
  /\.(local|localdomain|localhost|lan|internal|intranet|intra|corp|home|private|test|example|invalid|arpa)$/i
