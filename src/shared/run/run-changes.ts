import type { PhoneLeftOut, PhoneReport } from './events.ts'
import type { BatchState, PhoneState, RunState } from './run-state.ts'

/**
 * Answers a list that may be changed in place: the one given, if this function made it and so nobody else has seen it,
 * else a copy.
 */
export type Own = <Item>(list: readonly Item[]) => Item[]

export function createOwn(): Own {
  const made = new WeakSet<object>()
  return (list) => {
    if (made.has(list)) return list as never
    const copy = [...list]
    made.add(copy)
    return copy
  }
}

/** The batch enters another stage, and with it all of its phones another status. */
export function moveBatch(
  own: Own,
  state: RunState,
  event: BatchEvent,
  stage: Pick<BatchState, 'stage'> & Partial<BatchState>,
  outcome: Pick<PhoneState, 'status' | 'result' | 'why'>,
): RunState {
  return setPhones(own, moveOn(own, state, event, stage), event, outcome)
}

/** The batch enters another stage: what held it up before is over. */
export function moveOn(
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

export const withNothingPostponed = (state: RunState): RunState =>
  state.batches.some(({ postponed }) => postponed)
    ? { ...state, batches: state.batches.map(noLongerPostponed) }
    : state

/** A batch the service answers about again. */
export function answered({ interruption: _, nextTryAt: __, ...batch }: BatchState): BatchState {
  return batch
}

export function setBatch(
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
  outcome: Pick<PhoneState, 'status' | 'result' | 'why'>,
): RunState {
  const { status, ...words } = outcome
  return changePhones(own, state, phonesOf(state, event.batch), (phone) => {
    const { row, username, hardwareId, region, batch } = phone
    return { row, username, hardwareId, region, batch, status, since: event.at, ...words }
  })
}

/** The batch goes on with the phones that remain; where none does, it is over and was not sent. */
export function leaveOut(
  own: Own,
  state: RunState,
  { batch, phones, at }: BatchEvent & { readonly phones: readonly PhoneLeftOut[] },
): RunState {
  const claimOn = new Map(phones.map((one) => [one.phone, one]))
  const before = state.batches[batch]?.phones ?? []
  const left = before.filter((index) => claimOn.has(index))
  const told = changePhones(own, state, left, ({ said: _, result: __, ...phone }, index) => {
    const { runId = '', why: claim = 'under way' } = claimOn.get(index) ?? {}
    return { ...phone, status: 'not sent', since: at, why: { code: 'claimed', claim, runId } }
  })
  const remaining = before.filter((index) => !claimOn.has(index))
  return remaining.length === 0
    ? moveOn(own, told, { batch, at }, { stage: 'not sent' })
    : setBatch(own, told, batch, (before) => ({ ...before, phones: remaining }))
}

/** The batch is over: a phone without a final word stays unknown, with what was last said of it. */
export function leaveUnknown(own: Own, state: RunState, event: BatchEvent): RunState {
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

export function report(
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
    const { row, username, hardwareId, region } = phone
    const since = status === phone.status ? phone.since : at
    const words = error !== undefined && { result: error }
    // Named one by one: a copy by spreading takes a third more memory, and there is one for each phone.
    phones[index] = { row, username, hardwareId, region, batch, status, said, since, ...words }
  }
  return setBatch(own, { ...state, phones }, batch, (open) => ({ ...open, changedAt: at }))
}
