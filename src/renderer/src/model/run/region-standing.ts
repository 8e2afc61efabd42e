import { type Region, regions } from '../../../../shared/gateway/region.ts'
import type { BatchStage, BatchState } from '../../../../shared/run/run-state.ts'

/** How the batches of a region stand. `otherwise`: refused, not sent, or nobody knows. */
export type RegionStanding = {
  readonly region: Region
  readonly all: number
  readonly open: number
  readonly queued: number
  readonly finished: number
  readonly otherwise: number
}

const countedAs: Record<BatchStage, 'open' | 'queued' | 'finished' | 'otherwise'> = {
  queued: 'queued',
  waiting: 'queued',
  submitting: 'open',
  open: 'open',
  finished: 'finished',
  refused: 'otherwise',
  unknown: 'otherwise',
  'not sent': 'otherwise',
}

/** One line for each region the run has batches in. */
export function standingByRegion(batches: readonly BatchState[]): readonly RegionStanding[] {
  return regions.flatMap((region) => {
    const here = batches.filter((batch) => batch.region === region)
    if (here.length === 0) return []
    const standing = { region, all: here.length, open: 0, queued: 0, finished: 0, otherwise: 0 }
    for (const { stage } of here) standing[countedAs[stage]] += 1
    return [standing]
  })
}
