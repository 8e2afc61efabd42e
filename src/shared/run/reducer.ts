import { assertNever } from '../assert-never.ts'
import { text } from '../text/index.ts'
import type { PhoneLeftOut, PhoneReport, RunEvent, RunStarted } from './events.ts'
import { unrecognisedAnswer } from './hold.ts'
import type { BatchState, PhoneState, PhoneStatus, RunState } from './run-state.ts'

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

/** The state after all of these events; undefined without any. */
export const replay = (events: Iterable<RunEvent>): RunState | undefined => reduceAll(undefined, events)

/**
 * Answers a list that may be changed in place: the one given, if this function made it and so nobody else has seen it,
 * else a copy.
 */
type Own = <Item>(list: readonly Item[]) => Item[]

function createOwn(): Own {
  const made = new WeakSet<object>()
  return (list) => {
    if (made.has(list)) return list as never
    const copy = [...list]
    made.add(copy)
    return copy
  }
}

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
    phones: event.phones.map((phone, index) => ({
      ...phone,
      batch: batchOf.get(index) ?? -1,
      status: 'queued',
      since: event.at,
    })),
    batches: event.batches.map((batch) => ({ ...batch, stage: 'queued', attempts: 0 })),
    leftOut: event.leftOut,
    ...(event.others && { others: event.others }),
    recognisedRefusals: [],
    acceptedFailures: [],
  }
}

function apply(state: RunState, event: Exclude<RunEvent, { type: 'RunStarted' }>, own: Own): RunState {
  switch (event.type) {
    case 'BatchSubmitting': {
      const submitting = { stage: 'submitting', attempts: event.attempt, submittingAt: event.at } as const
      return setPhones(own, moveOn(own, state, event, submitting), event, 'submitting')
    }
    case 'BatchSubmitted':
    case 'BatchAdopted': {
      // The service took a batch that was answered so: that kind of answer is no refusal after all.
      const disproved = unrecognisedAnswer(state.batches[event.batch])
      const recognisedRefusals = state.recognisedRefusals.filter((answer) => answer !== disproved)
      const { batchId, at: changedAt } = event
      const isOperatorsWord = event.type === 'BatchAdopted' && event.by === 'operator'
      const word = isOperatorsWord ? ({ isOperatorsWord } as const) : {}
      const open = { stage: 'open', batchId, changedAt, ...word } as const
      return setPhones(own, moveOn(own, { ...state, recognisedRefusals }, event, open), event, 'signing in')
    }
    case 'BatchRefused': {
      const { failure, nextTryAt } = event
      if (nextTryAt !== undefined)
        return setPhones(
          own,
          moveOn(own, state, event, { stage: 'waiting', failure, nextTryAt }),
          event,
          'queued',
        )
      const refused = moveOn(own, state, event, { stage: 'refused', failure })
      return setPhones(own, refused, event, 'failed', failure.said ?? failure.message)
    }
    case 'BatchOutcomeUnknown': {
      const { failure, since, batchIds: suspects } = event
      const unknown = {
        stage: 'unknown',
        ...(failure && { failure }),
        ...(since !== undefined && { since }),
        ...(suspects && { suspects }),
      } as const
      return setPhones(own, moveOn(own, state, event, unknown), event, 'unknown', failure?.message)
    }
    case 'BatchReleased': {
      const { ruledOut: before = [], suspects = [] } = state.batches[event.batch] ?? {}
      const shown = [...suspects, ...(event.ruledOut ?? [])].map((batchId) => batchId.toLowerCase())
      const ruledOut = [...new Set([...before, ...shown])]
      const queued = { stage: 'queued', ...(ruledOut.length > 0 && { ruledOut }) } as const
      return setPhones(own, moveOn(own, state, event, queued), event, 'queued')
    }
    case 'RefusalRecognised':
      return { ...state, recognisedRefusals: [...state.recognisedRefusals, event.answer] }
    case 'FailuresAccepted':
      return { ...state, acceptedFailures: [...state.acceptedFailures, event.reason] }
    case 'PhonesLeftOut':
      return leaveOut(own, state, event)
    case 'BatchDiscarded':
      return setPhones(
        own,
        moveOn(own, state, event, { stage: 'not sent' }),
        event,
        'not sent',
        text.run.discarded,
      )
    case 'BatchPostponed': {
      const { message, failure } = event
      const postponed = { message, ...(failure && { failure }) }
      return setBatch(own, state, event.batch, (batch) => ({ ...answered(batch), postponed }))
    }
    case 'PhonesReported':
      return report(own, state, event.batch, event.phones, event.at)
    case 'BatchFinished':
      return leaveUnknown(
        own,
        moveOn(own, state, event, { stage: 'finished', serviceStatus: event.serviceStatus }),
        event,
      )
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

/** The batch enters another stage: what held it up before is over. */
function moveOn(
  own: Own,
  state: RunState,
  { batch }: BatchEvent,
  stage: Pick<BatchState, 'stage'> & Partial<BatchState>,
): RunState {
  return setBatch(own, state, batch, ({ failure: _, since: __, suspects: ___, ...before }) => ({
    ...answered(noLongerPostponed(before)),
    ...stage,
  }))
}

const noLongerPostponed = ({ postponed: _, ...batch }: BatchState): BatchState => batch

const withNothingPostponed = (state: RunState): RunState =>
  state.batches.some(({ postponed }) => postponed)
    ? { ...state, batches: state.batches.map(noLongerPostponed) }
    : state

/** A batch the service answers about again. */
function answered({ interruption: _, nextTryAt: __, ...batch }: BatchState): BatchState {
  return batch
}

function setBatch(
  own: Own,
  state: RunState,
  index: number,
  change: (batch: BatchState) => BatchState,
): RunState {
  const batch = state.batches[index]
  if (!batch) return state
  const batches = own(state.batches)
  batches[index] = change(batch)
  return { ...state, batches }
}

type BatchEvent = { readonly batch: number; readonly at: string }

/** All phones of the batch to one status; what the service said of them before no longer holds. */
function setPhones(
  own: Own,
  state: RunState,
  event: BatchEvent,
  status: PhoneStatus,
  result?: string,
): RunState {
  return changePhones(own, state, phonesOf(state, event.batch), ({ said: _, result: __, ...phone }) => ({
    ...phone,
    status,
    since: event.at,
    ...(result !== undefined && { result }),
  }))
}

/** The batch goes on with the phones that remain; where none does, it is over and was not sent. */
function leaveOut(
  own: Own,
  state: RunState,
  { batch, phones, at }: BatchEvent & { readonly phones: readonly PhoneLeftOut[] },
): RunState {
  const claimOn = new Map(phones.map((one) => [one.phone, one]))
  const before = state.batches[batch]?.phones ?? []
  const left = before.filter((index) => claimOn.has(index))
  const told = changePhones(own, state, left, ({ said: _, ...phone }, index) => {
    const { runId = '', why = 'under way' } = claimOn.get(index) ?? {}
    return { ...phone, status: 'not sent', since: at, result: text.run.claimed[why](runId) }
  })
  const remaining = before.filter((index) => !claimOn.has(index))
  return remaining.length === 0
    ? moveOn(own, told, { batch, at }, { stage: 'not sent' })
    : setBatch(own, told, batch, (before) => ({ ...before, phones: remaining }))
}

/** The batch is over: a phone without a final word stays unknown, with what was last said of it. */
function leaveUnknown(own: Own, state: RunState, event: BatchEvent): RunState {
  return changePhones(own, state, phonesOf(state, event.batch), (phone) =>
    phone.status === 'signed in' || phone.status === 'failed'
      ? phone
      : { ...phone, status: 'unknown', since: event.at },
  )
}

const phonesOf = ({ batches }: RunState, batch: number): readonly number[] => batches[batch]?.phones ?? []

function changePhones(
  own: Own,
  state: RunState,
  indexes: readonly number[],
  change: (phone: PhoneState, index: number) => PhoneState,
): RunState {
  const phones = own(state.phones)
  for (const index of indexes) {
    const phone = phones[index]
    if (phone) phones[index] = change(phone, index)
  }
  return { ...state, phones }
}

function report(
  own: Own,
  state: RunState,
  batch: number,
  reports: readonly PhoneReport[],
  at: string,
): RunState {
  const phones = own(state.phones)
  for (const { phone: index, status, said, error } of reports) {
    const phone = phones[index]
    if (phone?.batch !== batch || phone.status === 'not sent') continue
    const { result: _, ...rest } = phone
    phones[index] = {
      ...rest,
      status,
      said,
      since: status === phone.status ? phone.since : at,
      ...(error !== undefined && { result: error }),
    }
  }
  return setBatch(own, { ...state, phones }, batch, (open) => ({ ...open, changedAt: at }))
}
