import { assertNever } from '../assert-never.ts'
import { text } from '../text/index.ts'
import type { JournalTrouble } from './journal-trouble.ts'

export function journalTroubleWords(trouble: JournalTrouble): string {
  const words = text.run
  switch (trouble.code) {
    case 'torn':
      return words.journalTorn(trouble.line)
    case 'foreign':
      return words.journalForeign(trouble.line)
    case 'damaged':
      return words.journalDamaged(trouble.line)
    case 'of-another':
      return words.journalOfAnother
    case 'no-file':
      return words.journalNoFile
    case 'said':
      return trouble.words
    default:
      return assertNever(trouble)
  }
}
