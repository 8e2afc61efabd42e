import { maxOpenBatchesPerRegion } from '../gateway/limits.ts'
import { regions } from '../gateway/region.ts'
import { holdOf } from './hold.ts'
import { isWatching } from './is-watching.ts'
import type { BatchState, RunState } from './run-state.ts'

/** So many batches have to have finished before anything is said: one or two say little about the others. */
const leastFinished = 3
/** A batch that takes so many times as long as others is stuck, and nobody knows for how long. */
const stuckAfter = 2

/**
 * Estimates how much longer the run takes (ms) if the other batches take as long as the finished ones; `now` in ms
 * since the epoch. Undefined if there is no estimate: too few batches have finished, the run isn't watched, a batch is
 * stuck, or the run waits for somebody.
 */
export function timeLeft(state: RunState, now: number): number | undefined {
  const { batches } = state
  if (!isWatching(state) || holdOf(state)) return undefined
  if (batches.some((batch) => standsStill(batch))) return undefined
  const usual = median(batches.flatMap((batch) => takenBy(batch) ?? []))
  const finished = batches.filter(({ stage }) => stage === 'finished').length
  if (usual === undefined || finished < leastFinished) return undefined
  const ages = new Map(batches.filter(isOpen).map((batch) => [batch, now - beganAt(batch)]))
  if ([...ages.values()].some((age) => !(age <= stuckAfter * usual))) return undefined
  const left = regions.map((region) => {
    const here = batches.filter((batch) => batch.region === region)
    // One beyond the usual time may end at any moment: half of the usual time is as good a guess as any.
    const lanes = here
      .filter(isOpen)
      .map((batch) => usual - (ages.get(batch) ?? 0))
      .map((rest) => (rest > 0 ? rest : usual / 2))
    return withQueue(lanes, here.filter(({ stage }) => stage === 'queued').length, usual)
  })
  const longest = Math.max(...left)
  return longest > 0 ? longest : undefined
}

/** When the last batch of a region ends: each in the queue takes the place that is free first. */
function withQueue(lanes: readonly number[], queued: number, usual: number): number {
  const ends = [...lanes]
  while (ends.length < maxOpenBatchesPerRegion) ends.push(0)
  for (let batch = 0; batch < queued; batch += 1) {
    const first = ends.indexOf(Math.min(...ends))
    ends[first] = (ends[first] ?? 0) + usual
  }
  return Math.max(...ends)
}

const isOpen = ({ stage }: BatchState): boolean => stage === 'open' || stage === 'submitting'

const standsStill = ({ stage, interruption, postponed }: BatchState): boolean =>
  stage === 'unknown' || stage === 'waiting' || interruption !== undefined || postponed !== undefined

const beganAt = ({ submittingAt = '' }: BatchState): number => Date.parse(submittingAt)

/** From its submission to the last change of its phones (ms). */
function takenBy(batch: BatchState): number | undefined {
  if (batch.stage !== 'finished' || batch.changedAt === undefined) return undefined
  const taken = Date.parse(batch.changedAt) - beganAt(batch)
  return taken > 0 ? taken : undefined
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
