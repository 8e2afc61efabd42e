import type { Region } from '../../shared/gateway/region.ts'
import { holdOf, unrecognizedAnswer } from '../../shared/run/hold.ts'
import type { BatchStage, RunState } from '../../shared/run/run-state.ts'
import { type EngineContext, stateOf } from './engine-context.ts'

/** Which batch a lane processes next. */
export type Work = {
  /** The next batch of the region that can be processed now. No other lane gets it until this one leaves it. */
  take(region: Region): number | undefined
  leave(batch: number): void
}

export function createWork(context: Pick<EngineContext, 'log' | 'stopped'>): Work {
  const taken = new Set<number>()
  // Batches that were processed as far as possible, and their state then. Nothing more can be done until it changes.
  const left = new Map<number, string>()

  return {
    take(region) {
      if (context.stopped.aborted) return undefined
      const state = stateOf(context)
      const isHeld = holdOf(state) !== undefined
      let next: { readonly batch: number; readonly rank: number } | undefined
      for (let batch = 0; batch < state.batches.length; batch++) {
        const { region: its, stage, postponed } = state.batches[batch] ?? {}
        const rank = stage && urgency[stage]
        if (its !== region || rank === undefined || postponed || taken.has(batch)) continue
        if (rank === toSubmit ? isHeld : left.get(batch) === standing(state, batch)) continue
        if (!next || rank < next.rank) next = { batch, rank }
      }
      if (next) taken.add(next.batch)
      return next?.batch
    },
    leave(batch) {
      taken.delete(batch)
      left.set(batch, standing(stateOf(context), batch))
    },
  }
}

const toSubmit = 2

/** Batches that already have a place at the service come first. */
const urgency: Partial<Record<BatchStage, number>> = {
  open: 0,
  submitting: 1,
  unknown: 1,
  queued: toSubmit,
  waiting: toSubmit,
}

/** The state that decides whether anything more can be done about an unconfirmed batch. */
function standing({ batches, recognisedRefusals }: RunState, batch: number): string {
  const state = batches[batch]
  const answer = unrecognizedAnswer(state)
  return `${state?.stage} ${answer !== undefined && recognisedRefusals.includes(answer)}`
}
