import { countFinal, noPhones, type PhoneCounts } from '../../../../shared/run/counts.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { runEnd } from '../../../../shared/run/run-end.ts'
import type { PhoneState, PhoneStatus, RunState } from '../../../../shared/run/run-state.ts'
import { countChanged } from '../count-changed.ts'
import { memoizeLast } from '../memoize-last.ts'

/** How many phones stand where. Counted once a state, for all who ask. */
export const phoneCounts: (state: RunState) => PhoneCounts = memoizeLast(({ phones }: RunState) => ({
  ...noPhones,
  ...byStatus(phones),
}))

const byStatus = countChanged<PhoneState, PhoneStatus>(({ status }) => status)

export const failedPhones = (state: RunState | undefined): number => (state ? phoneCounts(state).failed : 0)

export const unknownPhones = (state: RunState | undefined): number => (state ? phoneCounts(state).unknown : 0)

/** How many phones have nothing more to come. Counted once a state, too. */
export const finalPhones: (state: RunState) => number = memoizeLast((state: RunState) =>
  countFinal(state, phoneCounts(state)),
)

/** How far a run is; `done` from 0 to 1, the others in phones that have nothing more to come. */
export type Progress = {
  readonly done: number
  readonly signedIn: number
  readonly failed: number
  readonly unknown: number
  readonly notSent: number
}

export function progressOf(state: RunState): Progress {
  const all = state.phones.length
  const final = finalPhones(state)
  const { 'signed in': signedIn, failed, 'not sent': notSent } = phoneCounts(state)
  const unknown = final - signedIn - failed - notSent
  const done = all === 0 ? 1 : final / all
  // Once nothing more comes, the rows that were left out belong to the picture: a list is not done without them.
  const isOver = state.watching.kind === 'finished'
  return { done, signedIn, failed, unknown, notSent: isOver ? runEnd(state).notSent : notSent }
}

/** Milliseconds from the start to now, or to the last event where nothing moves any more. */
export function elapsed(state: RunState, now: number): number {
  const end = isWatching(state) ? now : Date.parse(state.lastEventAt)
  return Math.max(0, end - Date.parse(state.startedAt))
}
