import type { JournalTrouble } from './journal-trouble.ts'
import type { LockHolder } from './lock-holder.ts'

/**
 * Why it cannot be told which phones other runs have. `locked`: another process has been choosing phones for too long;
 * `holder` is missing where it ended in the meantime. `reason`: in the words of the file system.
 */
export type ClaimsTrouble =
  | { readonly code: 'folder-unread'; readonly folder: string; readonly reason: string }
  | { readonly code: 'journal-unread'; readonly file: string; readonly why: JournalTrouble }
  | { readonly code: 'locked'; readonly holder?: LockHolder }
