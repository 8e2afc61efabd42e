import { text } from '../text/index.ts'
import type { Candidate } from './evidence.ts'

const { doubt: words } = text.window

/**
 * What speaks for or against a batch of the record, in a few words each. `phones`: how many the batch in doubt
 * has; `when` writes a moment (ISO 8601) as its reader does.
 */
export function candidateFacts(
  { requestTime, batchStatus, matching, size, isExact, isUnread }: Candidate,
  phones: number,
  when: (moment: string) => string,
): readonly string[] {
  return [
    requestTime === undefined ? words.requestedUnknown : words.requested(when(requestTime)),
    words.status(batchStatus),
    isUnread ? words.unread : isExact ? words.exact(phones) : words.matching(matching, phones),
    ...(size === phones ? [] : [words.larger(size)]),
  ]
}

/** What choosing it means. */
export function adoptMeans({ isExact, isUnread }: Pick<Candidate, 'isExact' | 'isUnread'>): string {
  if (isUnread) return words.adoptUnreadMeans
  return isExact ? words.adoptMeans : words.adoptOtherMeans
}
