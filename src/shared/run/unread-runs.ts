import type { UnreadableRun } from './past-run.ts'

/**
 * In ms. The service remembers a batch for 30 days: what a journal nobody has written to for that long says of its
 * phones no longer matters.
 */
export const longestMemory = 30 * 24 * 3_600_000

/** A run that may have any phone, because nothing of its journal can be read; undefined where there is none. */
export const unreadClaimant = (
  unreadable: readonly UnreadableRun[],
  now: number,
): UnreadableRun | undefined =>
  unreadable.find(
    ({ neverBegan, changedAt }) =>
      // Without a time nothing speaks against its having changed a moment ago.
      !neverBegan && !(now - Date.parse(changedAt ?? '') > longestMemory),
  )
