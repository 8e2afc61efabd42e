import { maxOpenBatchesPerRegion } from '../../shared/gateway/limits.ts'
import { regions } from '../../shared/gateway/region.ts'
import { isThrough } from '../../shared/run/counts.ts'
import type { StopReason } from '../../shared/run/events.ts'
import type { BatchStage, RunState } from '../../shared/run/run-state.ts'
import { type Carrier, stateOf } from './carrier.ts'
import { oneAtATime } from './claims.ts'
import { JournalBroken } from './event-log.ts'
import { nothingSeen } from './look-before.ts'
import { settleBatch } from './settle-batch.ts'
import { createStandstill } from './standstill.ts'
import { submitBatch } from './submit-batch.ts'
import { watchBatch } from './watch-batch.ts'

/** Carries a run from where its log stands to its end. */
export type Engine = {
  /** Resolves when the run is finished or stopped; never rejects for what the service or the disk does. */
  readonly done: Promise<void>
  /** Ends watching. A submission under way is waited for: its answer must not be lost. */
  stop(reason: StopReason): void
  /** Looks again at once instead of waiting: signed in again, network back, machine awake. */
  wake(): void
}

/** The log must hold RunStarted. Batches already open are watched first, ambiguous ones settled. */
export function startEngine(
  options: Pick<Carrier, 'gateway' | 'log' | 'clock' | 'random' | 'knownElsewhere' | 'claims'> & {
    /** Its journal was written before: what it has yet to submit is looked for in the service's history first. */
    readonly isResumed: boolean
    /** Somebody wants it to stop before it has begun. */
    readonly stopAsked?: StopReason | undefined
  },
): Engine {
  const stopping = new AbortController()
  const standstill = createStandstill(options.clock)
  let stopReason: StopReason | undefined
  const stop = (reason: StopReason): void => {
    stopReason ??= reason
    stopping.abort()
  }
  if (options.stopAsked) stop(options.stopAsked)
  const carrier: Carrier = {
    ...options,
    claims: oneAtATime(options.claims),
    resumed: options.isResumed ? nothingSeen() : undefined,
    standstill,
    stopped: stopping.signal,
    stop,
  }
  return { done: carryRun(carrier, () => stopReason), stop, wake: standstill.wake }
}

async function carryRun(carrier: Carrier, stopReason: () => StopReason | undefined): Promise<void> {
  const lanes = regions.flatMap((region) => {
    const queue = pending(stateOf(carrier), region)
    return Array.from({ length: maxOpenBatchesPerRegion }, () => carryQueue(carrier, queue))
  })
  const outcomes = await Promise.allSettled(lanes)
  const bug = outcomes.find((lane) => lane.status === 'rejected' && !(lane.reason instanceof JournalBroken))
  if (bug?.status === 'rejected') throw bug.reason
  await carrier.log.record(ending(stateOf(carrier), stopReason())).catch(swallowBrokenJournal)
}

/** One of the region's places: takes the next batch as soon as its own is through. */
async function carryQueue(carrier: Carrier, queue: number[]): Promise<void> {
  try {
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift())
      await carryBatch(carrier, batch)
  } catch (error) {
    // Neither the other lanes nor the other regions may act on what is no longer written down.
    carrier.stop('journal')
    throw error
  }
}

async function carryBatch(carrier: Carrier, batch: number): Promise<void> {
  const stage = (): BatchStage | undefined => stateOf(carrier).batches[batch]?.stage
  if (stage() === 'queued' || stage() === 'waiting') await submitBatch(carrier, batch)
  if (stage() === 'submitting' || stage() === 'unknown') await settleBatch(carrier, batch)
  if (stage() === 'open') await watchBatch(carrier, batch)
}

const urgency: Partial<Record<BatchStage, number>> = {
  open: 0,
  submitting: 1,
  unknown: 1,
  queued: 2,
  waiting: 2,
}

/** The region's batches that are not through, those first that already hold a place at the service. */
function pending(state: RunState, region: string): number[] {
  return state.batches
    .flatMap((batch, index) => {
      const rank = urgency[batch.stage]
      return batch.region === region && rank !== undefined ? [{ index, rank }] : []
    })
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index)
}

function ending(state: RunState, reason: StopReason | undefined) {
  if (isThrough(state)) return { type: 'RunFinished' } as const
  return { type: 'WatchStopped', reason: reason ?? whatIsLeft(state) } as const
}

function whatIsLeft({ batches }: RunState): StopReason {
  const postponed = batches.flatMap((batch) => batch.postponed ?? [])
  if (postponed.length === 0) return 'undecided'
  return postponed.some(({ failure }) => failure?.kind === 'denied') ? 'denied' : 'unchecked'
}

// The log has already said so to everybody who listens.
function swallowBrokenJournal(error: unknown): void {
  if (!(error instanceof JournalBroken)) throw error
}
