import type { CheckedRow } from '../../../../shared/phones/phone-list.ts'
import { claimOn } from '../../../../shared/run/claims.ts'
import type { LeftOutRow } from '../../../../shared/run/events.ts'
import { phoneKeyOf } from '../../../../shared/run/phone-key.ts'
import type { PhoneState, RunState } from '../../../../shared/run/run-state.ts'
import { changedPlaces, sayChanged } from '../changed-places.ts'
import { memoizeLast } from '../memoize-last.ts'

/** What the last run of a list that was about a row has made of it. The same object for as long as that is the same. */
export type Tried =
  /** `isOpen`: it is signed in, or may still be. */
  | { readonly kind: 'phone'; readonly phone: PhoneState; readonly isOpen: boolean }
  | { readonly kind: 'left out'; readonly phone: LeftOutRow }

/** What the runs of a list, the earliest first, have made of each of its rows; undefined for those that none was about. */
export function triedIn(
  rows: readonly CheckedRow[],
  runs: readonly RunState[],
): readonly (Tried | undefined)[] {
  const places = placesFor(rows, runs.map(({ runId }) => runId).join(' '), runs)
  const before = last?.places === places ? last : undefined
  const tried = before?.tried.slice() ?? []
  const candidates = before ? placesChanged(places, before.runs, runs) : rows.keys()
  for (const index of candidates) tried[index] = triedAt(places.ofRow[index], runs)
  if (before) {
    const others = [...candidates].filter((index) => tried[index] !== before.tried[index])
    sayChanged(before.tried, tried, others)
  }
  last = { places, runs, tried }
  return tried
}

/** The last result, kept because few of 60,000 phones change at a time. */
let last:
  | {
      readonly places: Places
      readonly runs: readonly RunState[]
      readonly tried: readonly (Tried | undefined)[]
    }
  | undefined

/** The rows, by their places, whose phones are not as they were, or whose batches: what is known of a phone depends on it. Each once. */
const placesChanged = (
  { ofPhone }: Places,
  before: readonly RunState[],
  runs: readonly RunState[],
): ReadonlySet<number> => {
  const changed = runs.flatMap((run, at) => {
    const { phones = [], batches = [] } = before[at] ?? {}
    const ofBatches = changedPlaces(batches, run.batches).flatMap((batch) => run.batches[batch]?.phones ?? [])
    return [...changedPlaces(phones, run.phones), ...ofBatches].flatMap((phone) => ofPhone[at]?.[phone] ?? [])
  })
  return new Set(changed.sort((a, b) => a - b))
}

function triedAt(place: Place | undefined, runs: readonly RunState[]): Tried | undefined {
  const run = place && runs[place.run]
  if (!run) return undefined
  return place.kind === 'left out' ? leftOutOf(run.leftOut[place.at]) : triedPhone(run, run.phones[place.at])
}

/** Whether the cells of a row still name the phone that a run had. The region may have been changed since. */
export const isSamePhone = (
  { username, hardwareId }: Pick<CheckedRow, 'username' | 'hardwareId'>,
  phone: Pick<CheckedRow, 'username' | 'hardwareId'>,
): boolean =>
  (username === phone.username && hardwareId === phone.hardwareId) ||
  phoneKeyOf({ username, hardwareId }) === phoneKeyOf(phone)

type Place = { readonly kind: Tried['kind']; readonly run: number; readonly at: number }

type Places = {
  readonly ofRow: readonly (Place | undefined)[]
  /** The other way: by run and phone, the place in the list of the row that is about it. */
  readonly ofPhone: readonly (readonly (number | undefined)[])[]
}

/** Where each row is found. The phones of a run stay in their places, so this is worked out once a check and run. */
const placesFor = memoizeLast(
  (rows: readonly CheckedRow[], _runIds: string, runs: readonly RunState[]): Places => {
    const places = new Map<number, Place>()
    for (const [run, { leftOut, phones }] of runs.entries()) {
      for (const [at, { row }] of leftOut.entries())
        if (places.get(row)?.kind !== 'phone') places.set(row, { kind: 'left out', run, at })
      for (const [at, { row }] of phones.entries()) places.set(row, { kind: 'phone', run, at })
    }
    const ofRow = rows.map(({ row }) => places.get(row))
    const ofPhone = runs.map(({ phones }): (number | undefined)[] => phones.map(() => undefined))
    for (const [index, place] of ofRow.entries()) {
      const ofRun = place?.kind === 'phone' ? ofPhone[place.run] : undefined
      if (place && ofRun) ofRun[place.at] = index
    }
    return { ofRow, ofPhone }
  },
  (one, other) => one[0] === other[0] && one[1] === other[1],
)

const known = new WeakMap<object, Tried>()

function triedPhone(run: RunState, phone: PhoneState | undefined): Tried | undefined {
  if (!phone) return undefined
  const isOpen = phone.status === 'signed in' || claimOn(run, phone) !== undefined
  const before = known.get(phone)
  if (before?.kind === 'phone' && before.isOpen === isOpen) return before
  const tried = { kind: 'phone', phone, isOpen } as const
  known.set(phone, tried)
  return tried
}

function leftOutOf(phone: LeftOutRow | undefined): Tried | undefined {
  if (!phone) return undefined
  const before = known.get(phone)
  if (before) return before
  const tried = { kind: 'left out', phone } as const
  known.set(phone, tried)
  return tried
}
