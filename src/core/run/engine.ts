import { maxOpenBatchesPerRegion } from '../../shared/gateway/limits.ts'
import { type Region, regions } from '../../shared/gateway/region.ts'
import { isThrough } from '../../shared/run/counts.ts'
import type { RunHappening, StopReason } from '../../shared/run/events.ts'
import { holdOf } from '../../shared/run/hold.ts'
import type { BatchStage, RunState } from '../../shared/run/run-state.ts'
import { stillToSubmit } from '../../shared/run/still-to-submit.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { oneAtATime } from './claims.ts'
import { type EngineContext, stateOf } from './engine-context.ts'
import { type EventLog, JournalBroken } from './event-log.ts'
import { createFirstAnswer } from './first-answer.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { createPhoneCourses } from './phone-courses.ts'
import { reconcileBatch } from './reconcile-batch.ts'
import { nothingSeen } from './seen-batches.ts'
import { submitBatch } from './submit-batch.ts'
import { createTurns } from './turns.ts'
import { createWakeableSleep } from './wakeable-sleep.ts'
import { watchBatch } from './watch-batch.ts'
import { createWork, type Work } from './work.ts'

/** Processes a run from where its log stands to its end. */
export type Engine = {
  /** Resolves when the run is finished or stopped; never rejects for what the service or the disk does. */
  readonly done: Promise<void>
  /** Ends watching. A submission under way is waited for: its answer must not be lost. */
  stop(reason: StopReason): void
  /** Looks again at once instead of waiting: signed in again, network back, machine awake. */
  wake(): void
  /** Writes down what the operator decides while the run goes on; rejects with JournalBroken. */
  record(happening: RunHappening): Promise<void>
}

/** The log must hold RunStarted. Batches already open are watched first, unconfirmed ones reconciled. */
export function startEngine(
  options: Pick<EngineContext, 'log' | 'clock' | 'random' | 'knownElsewhere' | 'claims'> & {
    readonly gateway: Gateway
    /** Its journal existed before: it looks for batches in the service's history before it submits them. */
    readonly isResumed: boolean
    /** Somebody wants it to stop before it has begun. */
    readonly stopAsked?: StopReason | undefined
    /** The operator has decided beforehand to continue for whatever reason phones fail. */
    readonly keepGoing?: boolean
  },
): Engine {
  const stopping = new AbortController()
  const wakeable = createWakeableSleep(options.clock)
  let stopReason: StopReason | undefined
  const stop = (reason: StopReason): void => {
    stopReason ??= reason
    stopping.abort()
  }
  if (options.stopAsked) stop(options.stopAsked)
  const lanes = createLanes(regions.length * maxOpenBatchesPerRegion, stopping.signal)
  const log: EventLog = {
    ...options.log,
    async record(happening) {
      await options.log.record(happening)
      // News of phones gives no lane anything to do.
      if (happening.type !== 'PhonesReported') lanes.changed()
    },
  }
  const turns = createTurns(options.gateway)
  const context: EngineContext = {
    ...options,
    turns,
    gateway: turns.reads,
    log,
    claims: oneAtATime(options.claims),
    resumed: options.isResumed ? nothingSeen() : undefined,
    courses: createPhoneCourses(options.log.state()),
    wakeable,
    firstAnswer: createFirstAnswer(
      options.log.state()?.batches.some(({ batchId }) => batchId !== undefined) ?? false,
    ),
    stopped: stopping.signal,
    stop,
  }
  return {
    done: processRun(context, lanes, options.keepGoing ?? false, () => stopReason),
    stop,
    wake: wakeable.wake,
    record: log.record,
  }
}

async function processRun(
  context: EngineContext,
  lanes: Lanes,
  keepGoing: boolean,
  stopReason: () => StopReason | undefined,
): Promise<void> {
  const work = createWork(context)
  const goOn = keepGoing ? failuresAccepter(context) : async () => {}
  const ends = regions.flatMap((region) =>
    Array.from({ length: maxOpenBatchesPerRegion }, () =>
      processLane(context, { work, lanes, region, goOn }),
    ),
  )
  const outcomes = await Promise.allSettled(ends)
  const bug = outcomes.find((lane) => lane.status === 'rejected' && !(lane.reason instanceof JournalBroken))
  if (bug?.status === 'rejected') throw bug.reason
  await context.log.record(ending(stateOf(context), stopReason())).catch(swallowBrokenJournal)
}

/** One of the region's places: takes the next batch as soon as its own is through. */
async function processLane(
  context: EngineContext,
  parts: {
    readonly work: Work
    readonly lanes: Lanes
    readonly region: Region
    readonly goOn: () => Promise<void>
  },
): Promise<void> {
  const { work, lanes, region, goOn } = parts
  try {
    do {
      await goOn()
      for (let batch = work.take(region); batch !== undefined; batch = work.take(region)) {
        await processBatch(context, batch)
        work.leave(batch)
        await goOn()
      }
    } while (await lanes.wait())
  } catch (error) {
    // No other lane or region may act on events that are no longer written down.
    context.stop('journal')
    throw error
  } finally {
    lanes.leave()
  }
}

/** Writes down, once for each reason, that the operator continues for whatever reason phones fail. */
function failuresAccepter(context: EngineContext): () => Promise<void> {
  const accepted = new Set<string>()
  return async () => {
    const hold = holdOf(stateOf(context))
    if (hold?.kind !== 'failures' || accepted.has(hold.reason)) return
    accepted.add(hold.reason)
    await context.log.record({ type: 'FailuresAccepted', reason: hold.reason })
  }
}

async function processBatch(context: EngineContext, batch: number): Promise<void> {
  const stage = (): BatchStage | undefined => stateOf(context).batches[batch]?.stage
  if (stage() === 'queued' || stage() === 'waiting') await submitBatch(context, batch)
  if (stage() === 'submitting' || stage() === 'unknown') await reconcileBatch(context, batch)
  if (stage() === 'open') await watchBatch(context, batch)
}

function ending(state: RunState, reason: StopReason | undefined) {
  if (isThrough(state)) return { type: 'RunFinished' } as const
  return { type: 'WatchStopped', reason: reason ?? whatIsLeft(state) } as const
}

function whatIsLeft(state: RunState): StopReason {
  const postponed = state.batches.flatMap((batch) => batch.postponed ?? [])
  if (postponed.length > 0)
    return postponed.some(({ failure }) => failure?.kind === 'denied') ? 'denied' : 'unchecked'
  return stillToSubmit(state).batches > 0 && holdOf(state) ? 'held' : 'undecided'
}

// The log has already said so to everybody who listens.
function swallowBrokenJournal(error: unknown): void {
  if (!(error instanceof JournalBroken)) throw error
}
