import { assertNever } from '../assert-never.ts'
import { text } from '../text/index.ts'
import type { Issue } from './issue.ts'
import type { IssueFact } from './issue-fact.ts'

/** The sentences that tell of an error about a row, without its number. */
export function issueWords(fact: IssueFact): string {
  switch (fact.says) {
    case 'cellsMoved':
      return text.check.cellsMoved(fact.values)
    case 'usernameMissing':
    case 'hardwareIdMissing':
    case 'regionMissing':
      return text.check[fact.says]
    case 'usernameInvalid':
      return text.check.usernameInvalid(fact.values)
    case 'hardwareIdInvalid':
      return text.check.hardwareIdInvalid(fact.values)
    case 'hardwareIdRepairable':
      return text.check.hardwareIdRepairable(fact.values)
    case 'hardwareIdMangled':
    case 'portInvalid':
      return text.check[fact.says](fact.values)
    case 'hardwareIdReserved':
      return text.check.hardwareIdReserved(fact.values)
    case 'regionInvalid':
      return text.check.regionInvalid(fact.values)
    case 'deviceTwice':
      return text.check.deviceTwice(fact.values)
    default:
      return assertNever(fact)
  }
}

/** The same, with the number of the row. */
export const factLine = (fact: IssueFact): string => text.check.inRow(fact.values.row, issueWords(fact))

/** What an issue says, with the number of its row if it is about one. */
export const issueLine = ({ row, message }: Pick<Issue, 'row' | 'message'>): string =>
  row === undefined ? message : text.check.inRow(row, message)
