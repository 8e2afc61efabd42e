import type { AppFailure } from '../app-failure.ts'
import { assertNever } from '../assert-never.ts'
import { fail, type Result } from '../result.ts'
import { text } from '../text/index.ts'
import type { ClaimsTrouble } from './claims-trouble.ts'
import { journalTroubleWords } from './journal-trouble-words.ts'

/** The same outcome, with what the operator is told in place of the trouble. */
export const toldOfClaims = <Value>(found: Result<Value, ClaimsTrouble>): Result<Value, AppFailure> =>
  found.ok ? found : fail(claimsFailure(found.failure))

/** What the operator is told of it. */
export function claimsFailure(trouble: ClaimsTrouble): AppFailure {
  switch (trouble.code) {
    case 'folder-unread':
      return { kind: 'file', ...text.run.folderUnread(trouble.folder, trouble.reason) }
    case 'journal-unread':
      return { kind: 'file', ...text.run.otherUnread(trouble.file, journalTroubleWords(trouble.why)) }
    case 'locked':
      return { kind: 'run-under-way', ...text.run.claimsLocked(trouble.holder) }
    default:
      return assertNever(trouble)
  }
}
