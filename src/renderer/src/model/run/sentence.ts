import { assertNever } from '../../../../shared/assert-never.ts'
import { failureWords } from '../../../../shared/gateway/failure-words.ts'
import type { RunEvent } from '../../../../shared/run/events.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { endWords, postponedWords, suspectsWords } from '../../../../shared/run/why-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { timeOfDay } from '../time-of-day.ts'

const words = text.window.activity

/** One sentence for an event of the run. `state` is the run it belongs to, at any later time. */
export function sentence(event: RunEvent, state: RunState): string {
  switch (event.type) {
    case 'RunStarted': {
      const say = event.retryOf === undefined ? words.started : words.retried
      return say(event.phones.length, event.batches.length, event.listName, event.tenant.name)
    }
    case 'BatchSubmitting': {
      const batch = state.batches[event.batch]
      return words.submitting(event.batch + 1, batch?.region ?? '', batch?.phones.length ?? 0, event.attempt)
    }
    case 'BatchSubmitted':
      return words.submitted(event.batch + 1, event.batchId, event.warning)
    case 'BatchRefused':
      return words.refused(event.batch + 1, failureWords(event.failure), next(event.nextTryAt))
    case 'BatchOutcomeUnknown':
      return event.since === undefined
        ? words.outcomeUnknown(event.batch + 1, event.failure && failureWords(event.failure))
        : words.postponed(event.batch + 1, suspectsWords(event))
    case 'BatchAdopted':
      return words.adopted[event.by](event.batch + 1, event.batchId)
    case 'BatchReleased':
      return words.released(event.batch + 1)
    case 'RefusalRecognised':
      return words.refusalRecognised
    case 'FailuresAccepted':
      return words.failuresAccepted
    case 'PhonesLeftOut':
      return words.leftOut(event.batch + 1, event.phones.length, [
        ...new Set(event.phones.map(({ runId }) => runId)),
      ])
    case 'BatchDiscarded':
      return words.discarded(event.batch + 1)
    case 'BatchPostponed':
      return words.postponed(event.batch + 1, postponedWords(event))
    case 'PhonesReported': {
      const of = (status: string): number => event.phones.filter((phone) => phone.status === status).length
      return words.reported(event.batch + 1, of('signed in'), of('failed'), of('signing in'))
    }
    case 'BatchFinished':
      return words.finishedBatch[event.end](event.batch + 1, endWords({ end: event }) ?? '')
    case 'WatchInterrupted':
      return words.interrupted(event.batch + 1, failureWords(event.failure), next(event.nextTryAt))
    case 'WatchResumed':
      return event.batch === undefined ? words.resumed : words.resumedBatch(event.batch + 1)
    case 'WatchStopped':
      return words.stopped[event.reason]
    case 'RunFinished':
      return words.finished
    default:
      return assertNever(event)
  }
}

const next = (at: string | undefined): string | undefined => (at === undefined ? undefined : timeOfDay(at))
