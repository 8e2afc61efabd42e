import { assertNever } from '../assert-never.ts'
import type { BatchEnd, RunEvent, RunStarted } from './events.ts'
import { unrecognizedAnswer } from './hold.ts'
import {
  answered,
  createOwn,
  leaveOut,
  leaveUnknown,
  moveBatch,
  moveOn,
  type Own,
  report,
  setBatch,
  withNothingPostponed,
} from './run-changes.ts'
import type { PhoneWhy, RunState } from './run-state.ts'

/**
 * The only way from events to state. Pure: `state` stays as it is, and what did not change keeps its identity. A
 * RunStarted begins another run; any other event before the first RunStarted is a bug of the caller.
 */
export const reduceRun = (state: RunState | undefined, event: RunEvent): RunState =>
  step(state, event, createOwn())

/** The same for several events, in one copy of all phones instead of one for each event. */
export function reduceAll(state: RunState | undefined, events: Iterable<RunEvent>): RunState | undefined {
  const own = createOwn()
  let after = state
  for (const event of events) after = step(after, event, own)
  return after
}

/** The state of a run as its events happen; undefined before the first one. */
export type Fold = {
  add(event: RunEvent): void
  /**
   * For code that reads it at once and doesn't keep it: the next event changes its lists in place. So a long run doesn't
   * leave a copy of all phones for each of its events.
   */
  newest(): RunState | undefined
  /** Stays as it is. The next event after it copies all phones. */
  state(): RunState | undefined
}

/** The same event by event, after those of the `past`. */
export function createFold(past: Iterable<RunEvent> = []): Fold {
  let own = createOwn()
  let state = replay(past)
  return {
    add(event) {
      state = step(state, event, own)
    },
    newest: () => state,
    state() {
      own = createOwn()
      return state
    },
  }
}

/** The state after all of these events; undefined without any. */
export const replay = (events: Iterable<RunEvent>): RunState | undefined => reduceAll(undefined, events)

function step(state: RunState | undefined, event: RunEvent, own: Own): RunState {
  if (event.type === 'RunStarted') return begin(event)
  if (!state) throw new Error(`A run begins with RunStarted, not with ${event.type}`)
  return { ...apply(state, event, own), lastEventAt: event.at, lastSeq: event.seq }
}

function begin(event: RunStarted & Pick<RunEvent, 'seq' | 'at'>): RunState {
  const batchOf = new Map(event.batches.flatMap(({ phones }, batch) => phones.map((phone) => [phone, batch])))
  return {
    runId: event.runId,
    tenant: event.tenant,
    operator: event.operator,
    listName: event.listName,
    ...(event.retryOf !== undefined && { retryOf: event.retryOf }),
    startedAt: event.at,
    lastEventAt: event.at,
    lastSeq: event.seq,
    watching: { kind: 'watching' },
    phones: event.phones.map(({ row, username, hardwareId, region }, index) => ({
      row,
      username,
      hardwareId,
      region,
      batch: batchOf.get(index) ?? -1,
      status: 'queued',
      since: event.at,
    })),
    batches: event.batches.map((batch) => ({ ...batch, stage: 'queued', attempts: 0 })),
    leftOut: event.leftOut,
    ...(event.notChosen && { notChosen: event.notChosen }),
    ...(event.others && { others: event.others }),
    recognisedRefusals: [],
    acceptedFailures: [],
  }
}

function apply(state: RunState, event: Exclude<RunEvent, { type: 'RunStarted' }>, own: Own): RunState {
  switch (event.type) {
    case 'BatchSubmitting': {
      const submitting = { stage: 'submitting', attempts: event.attempt, submittingAt: event.at } as const
      return moveBatch(own, state, event, submitting, { status: 'submitting' })
    }
    case 'BatchSubmitted':
    case 'BatchAdopted': {
      // The service took a batch that was answered so: that kind of answer is no refusal after all.
      const disproved = unrecognizedAnswer(state.batches[event.batch])
      const recognisedRefusals = state.recognisedRefusals.filter((answer) => answer !== disproved)
      const { batchId, at: changedAt } = event
      const isOperatorsWord = event.type === 'BatchAdopted' && event.by === 'operator'
      const word = isOperatorsWord ? ({ isOperatorsWord } as const) : {}
      const open = { stage: 'open', batchId, changedAt, ...word } as const
      return moveBatch(own, { ...state, recognisedRefusals }, event, open, { status: 'signing in' })
    }
    case 'BatchRefused': {
      const { failure, nextTryAt } = event
      if (nextTryAt !== undefined)
        return moveBatch(own, state, event, { stage: 'waiting', failure, nextTryAt }, { status: 'queued' })
      const refused = { stage: 'refused', failure } as const
      return moveBatch(own, state, event, refused, {
        status: 'failed',
        ...(failure.said === undefined ? { why: { code: 'failure', failure } } : { result: failure.said }),
      })
    }
    case 'BatchOutcomeUnknown': {
      const { failure, since, batchIds: suspects } = event
      const unknown = {
        stage: 'unknown',
        ...(failure && { failure }),
        ...(since !== undefined && { since }),
        ...(suspects && { suspects }),
      } as const
      return moveBatch(own, state, event, unknown, { status: 'unknown', ...whyUnknown(event) })
    }
    case 'BatchReleased': {
      const { ruledOut: before = [], suspects = [] } = state.batches[event.batch] ?? {}
      const shown = [...suspects, ...(event.ruledOut ?? [])].map((batchId) => batchId.toLowerCase())
      const ruledOut = [...new Set([...before, ...shown])]
      const queued = { stage: 'queued', ...(ruledOut.length > 0 && { ruledOut }) } as const
      return moveBatch(own, state, event, queued, { status: 'queued' })
    }
    case 'RefusalRecognised':
      return { ...state, recognisedRefusals: [...state.recognisedRefusals, event.answer] }
    case 'FailuresAccepted':
      return { ...state, acceptedFailures: [...state.acceptedFailures, event.reason] }
    case 'PhonesLeftOut':
      return leaveOut(own, state, event)
    case 'BatchDiscarded':
      return moveBatch(
        own,
        state,
        event,
        { stage: 'not sent' },
        { status: 'not sent', why: { code: 'discarded' } },
      )
    case 'BatchPostponed': {
      const { failure, claims, written } = event
      const postponed = {
        ...(failure && { failure }),
        ...(claims && { claims }),
        ...(written !== undefined && { written }),
      }
      return setBatch(own, state, event.batch, (batch) => ({ ...answered(batch), postponed }))
    }
    case 'PhonesReported':
      return report(own, state, event.batch, event.phones, event.at)
    case 'BatchFinished':
      return leaveUnknown(own, moveOn(own, state, event, { stage: 'finished', end: endOf(event) }), event)
    case 'WatchInterrupted': {
      const { failure, nextTryAt } = event
      return setBatch(own, state, event.batch, (batch) => ({
        ...answered(batch),
        interruption: failure,
        ...(nextTryAt !== undefined && { nextTryAt }),
      }))
    }
    case 'WatchResumed':
      return event.batch === undefined
        ? { ...withNothingPostponed(state), watching: { kind: 'watching' } }
        : setBatch(own, state, event.batch, answered)
    case 'WatchStopped':
      return { ...state, watching: { kind: 'stopped', reason: event.reason } }
    case 'RunFinished':
      return { ...state, watching: { kind: 'finished' } }
    default:
      return assertNever(event)
  }
}

/** Why it is not known whether the service took the batch. */
function whyUnknown({ failure, batchIds = [] }: Extract<RunEvent, { type: 'BatchOutcomeUnknown' }>): {
  readonly why?: PhoneWhy
} {
  if (failure) return { why: { code: 'failure', failure } }
  return batchIds.length > 0 ? { why: { code: 'in-other-batches', batches: batchIds.length } } : {}
}

function endOf(event: Extract<RunEvent, { type: 'BatchFinished' }>): BatchEnd {
  switch (event.end) {
    case 'service':
      return { end: event.end, serviceStatus: event.serviceStatus }
    case 'forgotten':
      return { end: event.end, failure: event.failure }
    case 'operator':
      return { end: event.end }
    default:
      return assertNever(event)
  }
}
