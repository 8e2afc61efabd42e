import type { JournalWriter } from '../../src/core/run/journal-writer.ts'

/** One that nobody takes the run from. */
export const journalWriter = (token: string): JournalWriter => ({ token, isOurs: async () => true })
