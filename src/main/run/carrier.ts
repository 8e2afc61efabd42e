import type { StopReason } from '../../shared/run/events.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { Clock } from '../clock/clock.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { EventLog } from './event-log.ts'
import type { FirstAnswer } from './first-answer.ts'
import type { Standstill } from './standstill.ts'

/** What the parts of the engine that carry one batch work with. */
export type Carrier = {
  readonly gateway: Gateway
  readonly log: EventLog
  readonly clock: Clock
  readonly random: () => number
  /** The batches of other runs, by ID in lower case: none of them can be one of this run. */
  readonly knownElsewhere: () => Promise<ReadonlySet<string>>
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
