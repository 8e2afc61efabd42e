import type { JournalTrouble } from './journal-trouble.ts'
import type { LockHolder } from './lock-holder.ts'

/**
 * Why we can't tell which phones other runs have, or which batches they have made. `locked`: another process has been choosing phones for too long;
 * `holder` is missing if that process has ended since. `reason`: in the words of the file system.
 */
export type ClaimsTrouble =
  | { readonly code: 'folder-unread'; readonly folder: string; readonly reason: string }
  | { readonly code: 'journal-unread'; readonly file: string; readonly why: JournalTrouble }
  | { readonly code: 'locked'; readonly holder?: LockHolder }
