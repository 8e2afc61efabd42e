import { text } from '../text/index.ts'
import type { Candidate } from './evidence.ts'

const words = text.window.unconfirmed

/**
 * What speaks for or against a batch in the history, in a few words each. `phones`: how many the unconfirmed submission
 * has; `when` writes a moment (ISO 8601) as its reader does.
 */
export function candidateFacts(
  candidate: Candidate,
  phones: number,
  when: (moment: string) => string,
): readonly string[] {
  const { requestTime, batchStatus, matching, size, isExact, isUnread } = candidate
  return [
    requestTime === undefined ? words.requestedUnknown : words.requested(when(requestTime)),
    words.status(batchStatus),
    isUnread ? words.unread : isExact ? words.exact(phones) : words.matching(matching, phones),
    ...(size === phones ? [] : [words.larger(size)]),
    ...requesterFact(candidate),
  ]
}

function requesterFact({ userId, requestedBy }: Candidate): readonly string[] {
  if (userId === undefined) return []
  return [requestedBy === undefined ? words.requestedBy(userId) : words.requestedByKnown[requestedBy](userId)]
}

/** What choosing it means. */
export function adoptMeans({ isExact, isUnread }: Pick<Candidate, 'isExact' | 'isUnread'>): string {
  if (isUnread) return words.adoptUnreadMeans
  return isExact ? words.adoptMeans : words.adoptOtherMeans
}
