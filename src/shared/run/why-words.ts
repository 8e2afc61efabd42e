import { assertNever } from '../assert-never.ts'
import { failureWords, saidOrWords } from '../gateway/failure-words.ts'
import { issueWords } from '../phones/issue-words.ts'
import { text } from '../text/index.ts'
import { claimsFailure } from './claims-failure.ts'
import type { LeftOutRow, RunEvent, WhyPostponed } from './events.ts'
import type { BatchState, PhoneState, PhoneWhy } from './run-state.ts'

/** What came of a phone: the service's own words, else why it failed, was not sent or is unknown. */
export const resultWords = ({ result, why }: Pick<PhoneState, 'result' | 'why'>): string | undefined =>
  result ?? (why && whyWords(why))

function whyWords(why: PhoneWhy): string {
  switch (why.code) {
    case 'failure':
      return failureWords(why.failure)
    case 'in-other-batches':
      return text.run.inOtherBatches(why.batches)
    case 'discarded':
      return text.run.discarded
    case 'claimed':
      return text.run.claimed[why.claim](why.runId)
    default:
      return assertNever(why)
  }
}

/** Why a row of the list is no part of the run. */
export function leftOutWords({ why }: Pick<LeftOutRow, 'why'>): string {
  switch (why.code) {
    case 'issues':
      return why.issues.map(issueWords).join(' ')
    case 'no-region':
      return text.run.noRegion
    case 'claimed':
      return text.run.claimedIn[why.claim](why.list, why.startedAt, why.runId)
    case 'signed-in':
      return text.run.signedInBefore(why.list, why.at, why.runId)
    case 'elsewhere':
      return text.run.elsewhere[why.status](why.batchId, why.requestTime)
    case 'written':
      return why.sentence
    default:
      return assertNever(why)
  }
}

/** The run that has the phone of a row, where it was left out for that. */
export function claimedBy({ why }: Pick<LeftOutRow, 'why'>): string | undefined {
  if (why.code === 'claimed') return why.runId
  return why.code === 'written' ? why.claimedBy : undefined
}

/** Whether a row was left out because another run has its phone, or a batch that was submitted elsewhere has it under way. */
export const isOfOthers = ({ why }: Pick<LeftOutRow, 'why'>): boolean =>
  claimedBy({ why }) !== undefined || (why.code === 'elsewhere' && why.status === 'signing in')

/** When a run signed the phone of a row in before (ISO 8601), where it was left out for that. */
export function signedInAt({ why }: Pick<LeftOutRow, 'why'>): string | undefined {
  if (why.code === 'signed-in') return why.at
  return why.code === 'written' ? why.signedInAt : undefined
}

/** Whether a row was left out because its phone was signed in before: by a run, or by a batch that was submitted elsewhere. */
export const wasSignedIn = ({ why }: Pick<LeftOutRow, 'why'>): boolean =>
  signedInAt({ why }) !== undefined || (why.code === 'elsewhere' && why.status === 'signed in')

/** How a batch was over, in the service's words where it had any; undefined as long as it is not. */
export function endWords({ end }: Pick<BatchState, 'end'>): string | undefined {
  switch (end?.end) {
    case undefined:
      return undefined
    case 'service':
      return end.serviceStatus
    case 'forgotten':
      return saidOrWords(end.failure)
    case 'operator':
      return text.run.leftUnknown
    default:
      return assertNever(end)
  }
}

/** Why a batch waits until the run is resumed. */
export function postponedWords({ failure, claims, written = '' }: WhyPostponed): string {
  if (failure) return text.run.historyUnread(failureWords(failure))
  if (!claims) return written
  const { message, remedy = '' } = claimsFailure(claims)
  return `${message} ${remedy}`.trim()
}

/** Why a submission that this run did not make is unconfirmed: as many batches of the service have some of its phones. */
export const suspectsWords = ({
  failure,
  batchIds = [],
}: Pick<Extract<RunEvent, { type: 'BatchOutcomeUnknown' }>, 'failure' | 'batchIds'>): string =>
  failure ? failureWords(failure) : text.run.inOtherBatches(batchIds.length)
