import type { GatewayFailure } from '../shared/gateway/failure.ts'
import { failureWords } from '../shared/gateway/failure-words.ts'
import type { ClaimsTrouble } from '../shared/run/claims-trouble.ts'
import type { RunEvent } from '../shared/run/events.ts'
import { journalTroubleWords } from '../shared/run/journal-trouble-words.ts'
import {
  claimedBy,
  endWords,
  leftOutWords,
  postponedWords,
  signedInAt,
  suspectsWords,
} from '../shared/run/why-words.ts'

/**
 * An event as `--json` prints it: as in the journal, plus the words for its codes, in the keys that programs
 * know: `failure.message`, `leftOut[].reason`, `claimedBy` and `signedInAt`, `message` and `claims.reason` of BatchPostponed, `serviceStatus` of
 * BatchFinished.
 */
export const eventAsJson = (event: RunEvent): unknown => ({
  ...event,
  ...('failure' in event && event.failure && { failure: failureAsJson(event.failure) }),
  ...wordsIn(event),
})

/** A failure with its words. */
export const failureAsJson = (failure: GatewayFailure): object => ({
  ...failure,
  message: failureWords(failure),
})

/** With the words for why a journal cannot be read in the key that programs know. */
const claimsAsJson = (claims: ClaimsTrouble): object =>
  claims.code === 'journal-unread' ? { ...claims, reason: journalTroubleWords(claims.why) } : claims

/** What programs find as the failure of a batch whose phones are in so many batches that the run did not submit. */
export const suspectsAsJson = (batchIds: readonly string[]): object => ({
  failure: { kind: 'unexpected', status: 0, message: suspectsWords({ batchIds }) },
})

function wordsIn(event: RunEvent): object {
  switch (event.type) {
    case 'RunStarted':
      return {
        leftOut: event.leftOut.map((row) => ({
          ...{ ...row, reason: leftOutWords(row) },
          ...{ claimedBy: claimedBy(row), signedInAt: signedInAt(row) },
        })),
      }
    case 'BatchOutcomeUnknown':
      return event.batchIds && !event.failure ? suspectsAsJson(event.batchIds) : {}
    case 'BatchPostponed':
      return { message: postponedWords(event), ...(event.claims && { claims: claimsAsJson(event.claims) }) }
    case 'BatchFinished':
      return { serviceStatus: endWords({ end: event }) }
    default:
      return {}
  }
}
