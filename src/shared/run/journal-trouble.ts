/**
 * Why a journal cannot be read, or not to its end. `line`: where reading stopped. `said`: in the words of the file system,
 * or of the version that wrote them down.
 */
export type JournalTrouble =
  | { readonly code: 'torn' | 'foreign' | 'damaged'; readonly line: number }
  | { readonly code: 'of-another' | 'no-file' }
  | { readonly code: 'said'; readonly words: string }
