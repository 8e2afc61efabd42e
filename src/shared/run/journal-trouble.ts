import { assertNever } from '../assert-never.ts'
import { text } from '../text/index.ts'

/**
 * Why a journal cannot be read, or not to its end. `line`: where reading stopped. `said`: in the words of the file system,
 * or of the version that wrote them down.
 */
export type JournalTrouble =
  | { readonly code: 'torn' | 'foreign' | 'damaged'; readonly line: number }
  | { readonly code: 'of-another' | 'no-file' }
  | { readonly code: 'said'; readonly words: string }

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
