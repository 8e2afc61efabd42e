import type { RunEvent } from '../../../../shared/run/events.ts'
import type { BatchState, RunState } from '../../../../shared/run/run-state.ts'
import { memoizeLast } from '../memoize-last.ts'

/**
 * How long a batch may go without a change before it gets an issue, in ms. The service only says that large batches
 * take longer and may get stuck (Microsoft, "Configure SIP Gateway"); this is far longer than a phone usually takes.
 */
const longWhile = 20 * 60_000

/** `batch` is its index in the run, `minutes` how long none of its phones has changed. */
export type QuietBatch = { readonly batch: number; readonly batchId: string; readonly minutes: number }

/**
 * The watched batches in which no phone has changed for a long while; `now` in ms since the epoch. Time during which nobody
 * watched, or no answer came, does not count, because phones may have changed then.
 */
export function quietBatches(
  { events, state }: { readonly events: readonly RunEvent[]; readonly state: RunState | undefined },
  now: number,
): readonly QuietBatch[] {
  if (state?.watching.kind !== 'watching') return []
  const seen = seenSince(events)
  return state.batches.flatMap((one, batch) => {
    const { stage, batchId, interruption } = one
    if (stage !== 'open' || batchId === undefined || interruption) return []
    const ms = now - Math.max(changedSince(one, state), seen.get(batch) ?? 0)
    return ms >= longWhile ? [{ batch, batchId, minutes: Math.floor(ms / 60_000) }] : []
  })
}

const changes = new WeakMap<BatchState, number>()

/** When a phone of it changed last: read once for a batch as it stands, and not with each event of the others. */
function changedSince(batch: BatchState, { startedAt }: RunState): number {
  const known = changes.get(batch)
  if (known !== undefined) return known
  const at = Date.parse(batch.changedAt ?? startedAt)
  changes.set(batch, at)
  return at
}

/** Since when each batch is seen, as far as watching it ever stood still. */
const seenSince = memoizeLast((events: readonly RunEvent[]): ReadonlyMap<number, number> => {
  const since = new Map<number, number>()
  for (const event of events) {
    if (event.type !== 'WatchResumed') continue
    const batches = event.batch === undefined ? batchesOf(events) : [event.batch]
    for (const batch of batches) since.set(batch, Date.parse(event.at))
  }
  return since
})

function batchesOf([first]: readonly RunEvent[]): readonly number[] {
  return first?.type === 'RunStarted' ? [...first.batches.keys()] : []
}
