import type { RunState } from '../../../../shared/run/run-state.ts'

/** A run is under way while main watches it; no other can be started then. */
export const isUnderWay = (state: RunState | undefined): boolean => state?.watching.kind === 'watching'

/** Milliseconds from the start to now, or to the last event where nothing moves any more. */
export function elapsed(state: RunState, now: number): number {
  const end = isUnderWay(state) ? now : Date.parse(state.lastEventAt)
  return Math.max(0, end - Date.parse(state.startedAt))
}

/** Phones of which nothing more is to come. */
export const isSettled = ({ status }: RunState['phones'][number]): boolean =>
  status === 'signed in' || status === 'failed' || status === 'unknown'
