import type { StopReason } from '../../shared/run/events.ts'
import { holdOf } from '../../shared/run/hold.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { Clock } from '../clock/clock.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { Claims } from './claims.ts'
import type { EventLog } from './event-log.ts'
import type { FirstAnswer } from './first-answer.ts'
import type { SeenBatches } from './seen-batches.ts'
import type { Standstill } from './standstill.ts'

/** What the parts of the engine that carry one batch work with. */
export type Carrier = {
  readonly gateway: Gateway
  readonly log: EventLog
  readonly clock: Clock
  readonly random: () => number
  /** The batches of other runs, by ID in lower case: none of them can be one of this run. */
  readonly knownElsewhere: () => Promise<ReadonlySet<string>>
  readonly claims: Claims
  /** Of a run that was taken up again: what was seen of the batch history. Its journal may not be the only one. */
  readonly resumed: SeenBatches | undefined
  readonly standstill: Standstill
  readonly firstAnswer: FirstAnswer
  readonly stopped: AbortSignal
  stop(reason: StopReason): void
}

export function stateOf({ log }: Pick<Carrier, 'log'>): RunState {
  const state = log.state()
  if (!state) throw new Error('The engine needs a log that begins with RunStarted')
  return state
}

/** Whether nothing further may be submitted now: the run is stopped, or something holds its batches back. */
export const mustWait = (carrier: Pick<Carrier, 'log' | 'stopped'>): boolean =>
  carrier.stopped.aborted || holdOf(stateOf(carrier)) !== undefined
