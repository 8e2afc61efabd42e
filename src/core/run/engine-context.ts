import type { Result } from '../../shared/result.ts'
import type { ClaimsTrouble } from '../../shared/run/claims-trouble.ts'
import type { StopReason } from '../../shared/run/events.ts'
import { holdOf } from '../../shared/run/hold.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { Clock } from '../clock/clock.ts'
import type { Claims } from './claims.ts'
import type { EventLog } from './event-log.ts'
import type { FirstAnswer } from './first-answer.ts'
import type { PhoneCourses } from './phone-courses.ts'
import type { SeenBatches } from './seen-batches.ts'
import type { Reads, Turns } from './turns.ts'
import type { WakeableSleep } from './wakeable-sleep.ts'

/** What the parts of the engine work with that process one batch. */
export type EngineContext = {
  readonly turns: Turns
  /** Each in a turn of its own; in those of `turns.take`, in that turn. */
  readonly gateway: Reads
  readonly log: EventLog
  readonly clock: Clock
  readonly random: () => number
  /** The batches of other runs, by ID in lower case: none of them can be one of this run. */
  readonly knownElsewhere: () => Promise<Result<ReadonlySet<string>, ClaimsTrouble>>
  readonly claims: Claims
  /** Of a run that was taken up again: what was seen of the batch history. Its journal may not be the only one. */
  readonly resumed: SeenBatches | undefined
  readonly courses: PhoneCourses
  readonly wakeable: WakeableSleep
  readonly firstAnswer: FirstAnswer
  readonly stopped: AbortSignal
  stop(reason: StopReason): void
}

/** Good until the next event; see EventLog. Code that waits for something and reads on takes `keptStateOf`. */
export const stateOf = ({ log }: Pick<EngineContext, 'log'>): RunState => begun(log.newest())

/** The run as it stands now, which stays as it is. */
export const keptStateOf = ({ log }: Pick<EngineContext, 'log'>): RunState => begun(log.state())

function begun(state: RunState | undefined): RunState {
  if (!state) throw new Error('The engine needs a log that begins with RunStarted')
  return state
}

/** Whether nothing further may be submitted now: the run is stopped, or something holds its batches back. */
export const mustWait = (context: Pick<EngineContext, 'log' | 'stopped'>): boolean =>
  context.stopped.aborted || holdOf(stateOf(context)) !== undefined
