import { failureWords, saidOrWords } from '../shared/gateway/failure-words.ts'
import { guidanceFor } from '../shared/gateway/guidance.ts'
import { countPhones } from '../shared/run/counts.ts'
import type { RunEvent } from '../shared/run/events.ts'
import { runEnd, verdictOf } from '../shared/run/run-end.ts'
import type { RunState } from '../shared/run/run-state.ts'
import { timeLeft } from '../shared/run/time-left.ts'
import { postponedWords, suspectsWords } from '../shared/run/why-words.ts'
import { text } from '../shared/text/index.ts'
import { roughly } from '../shared/text/roughly.ts'
import { paintStatus, paintWarning } from './paint.ts'
import { harmless } from './print.ts'

const report = text.cli.report

/** Tells a run, event by event, to somebody who reads along. `after`: the state that the event leads to. */
export const createReporter =
  (tell: (line: string) => void) =>
  (event: RunEvent, after: RunState): void => {
    for (const line of describe(event, after)) tell(line)
  }

function describe(event: RunEvent, state: RunState): readonly string[] {
  const batch = (index: number): string =>
    report.batch(index + 1, state.batches.length, state.batches[index]?.region ?? '')
  switch (event.type) {
    case 'RunStarted':
      return [
        ...(state.tenant.simulated ? [paintWarning(report.simulated)] : []),
        report.started(event.runId, state.phones.length, state.batches.length, harmless(state.tenant.name)),
      ]
    case 'BatchSubmitting':
      return []
    case 'BatchSubmitted':
      return [
        report.submitted(batch(event.batch), harmless(event.batchId)),
        ...(event.warning === undefined ? [] : [paintWarning(report.warned(harmless(event.warning)))]),
      ]
    case 'BatchAdopted':
      return [report.adopted(batch(event.batch), harmless(event.batchId))]
    case 'BatchReleased':
      return [report.released(batch(event.batch))]
    case 'RefusalRecognised':
      return [report.refusalRecognised]
    case 'FailuresAccepted':
      return [report.failuresAccepted(harmless(event.reason))]
    case 'BatchRefused':
      return [
        paintWarning(
          report.refused(batch(event.batch), harmless(saidOrWords(event.failure)), event.nextTryAt),
        ),
      ]
    case 'BatchOutcomeUnknown':
      return [
        paintWarning(
          event.since === undefined
            ? report.outcomeUnknown(batch(event.batch))
            : report.postponed(batch(event.batch), harmless(suspectsWords(event))),
        ),
      ]
    case 'PhonesLeftOut': {
      const runs = [...new Set(event.phones.map(({ runId }) => runId))]
      return [paintWarning(report.leftOut(batch(event.batch), event.phones.length, runs.map(harmless)))]
    }
    case 'BatchDiscarded':
      return [paintWarning(report.discarded(batch(event.batch)))]
    case 'BatchPostponed':
      return [paintWarning(report.postponed(batch(event.batch), harmless(postponedWords(event))))]
    case 'PhonesReported':
      return event.phones
        .filter(({ status }) => status !== 'signing in')
        .flatMap(({ phone, error }) => {
          const { row, username, hardwareId, status } = state.phones[phone] ?? {}
          if (row === undefined || !username || !hardwareId || !status) return []
          return [
            report.phone(
              row,
              harmless(username),
              harmless(hardwareId),
              paintStatus(status),
              error && harmless(error),
            ),
            ...(error && status === 'failed' ? [guidanceFor(error)?.remedy ?? []].flat() : []).map(
              report.remedy,
            ),
          ]
        })
    case 'BatchFinished':
      return [report.finished(batch(event.batch)), ...timeLeftLine(state, event.at)]
    case 'WatchInterrupted':
      return [
        paintWarning(
          report.interrupted(batch(event.batch), harmless(failureWords(event.failure)), event.nextTryAt),
        ),
      ]
    case 'WatchResumed':
      return [event.batch === undefined ? report.watchedAgain : report.answersAgain(batch(event.batch))]
    case 'WatchStopped':
      return [
        paintWarning(report.stopped[event.reason]),
        report.counts(countPhones(state), state.leftOut.length),
      ]
    case 'RunFinished':
      return [report.runFinished(Date.parse(event.at) - Date.parse(state.startedAt)), ended(state)]
  }
}

function timeLeftLine(state: RunState, at: string): readonly string[] {
  const left = timeLeft(state, Date.parse(at))
  return left === undefined ? [] : [report.timeLeft(roughly(left))]
}

/** The whole truth in the last line: it stands out unless every phone is signed in. */
function ended(state: RunState): string {
  const end = runEnd(state)
  const line = report.ended(end)
  return verdictOf(end) === 'well' ? line : paintWarning(line)
}
